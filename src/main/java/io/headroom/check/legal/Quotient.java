package io.headroom.check.legal;

/** Divisions in the words of a finding. */
final class Quotient {

    private Quotient() {
    }

    /** {@code "96 heads / TP 5 is not whole"}. */
    static String notWhole(long amount, String what, String by, long divisor) {
        return amount + " " + what + " / " + by + " " + divisor + " is not whole";
    }
}
