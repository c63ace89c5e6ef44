package io.headroom.check.legal.rule;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;

/** Whole numbers in the words of a finding. */
final class Counted {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private Counted() {
    }

    /** {@code "10 240"}. */
    static String count(long number) {
        return FORMAT.text(number, Dimension.COUNT);
    }

    /** {@code "96 heads / TP 5 is not whole"}. */
    static String notWhole(long amount, String what, String by, long divisor) {
        return count(amount) + " " + what + " / " + by + " " + divisor + " is not whole";
    }

    /** {@code "96 heads / TP 4 = 24."}. */
    static String whole(long amount, String what, String by, long divisor) {
        return count(amount) + " " + what + " / " + by + " " + divisor + " = " + count(amount / divisor) + ".";
    }
}
