package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Written;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;

/** Numbers that a plan decides, as operands of relations. */
final class Constants {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    private Constants() {
    }

    /** {@code count} of something, exact; {@code name} is what reasons call it: "16 GPUs of a replica". */
    static Claim of(String name, double count) {
        return of(name, count, Dimension.COUNT);
    }

    /** {@code value} in SI units, exact: "64.0 GB of a GPU". */
    static Claim of(String name, double value, Dimension dimension) {
        return new Claim(0, FORMAT.text(value, dimension) + " " + name, "", "", "", new Written(value, "", value, 0, Written.Bound.EXACT), Claim.Role.INPUT);
    }
}
