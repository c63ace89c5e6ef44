package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Written;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;

/** Numbers that a plan decides, as operands of relations. */
final class Constants {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private Constants() {
    }

    /** {@code count} of something, exact; {@code name} is what reasons call it: "16 GPUs of a replica". */
    static Claim of(String name, double count) {
        return of(name, count, Dimension.COUNT);
    }

    /** {@code value} in SI units, exact: "989 TFLOP/s peak of a GPU". */
    static Claim of(String name, double value, Dimension dimension) {
        return of(name, value, dimension, FORMAT);
    }

    /** {@code value} in SI units, exact, written by {@code format}: "64.0 GB of a GPU". */
    static Claim of(String name, double value, Dimension dimension, Formatter format) {
        return new Claim(0, format.text(value, dimension) + " " + name, "", "", "", new Written(value, "", value, 0, Written.Bound.EXACT), Claim.Role.INPUT);
    }
}
