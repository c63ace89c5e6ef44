package io.headroom.metamorphic;

/** Gathers what a relation claims of numbers; the first that is wrong is kept. */
public final class Claims {

    /** Relative: sums over up to a few hundred layers in another order differ by 1e-13. */
    private static final double NEAR = 1e-11;
    /** Relative slack of an inequality, for sides that are equal but rounded. */
    private static final double SLACK = 1e-12;

    private String broken;
    private boolean isExercised;

    /** Bit for bit. */
    public Claims same(String what, double expected, double actual) {
        return isTrue(what, Double.compare(expected, actual) == 0, expected, "is not exactly", actual);
    }

    /** Equal but for rounding. */
    public Claims near(String what, double expected, double actual) {
        return near(what, expected, actual, Math.abs(expected));
    }

    /** Equal but for the rounding of numbers of size {@code scale}. */
    public Claims near(String what, double expected, double actual, double scale) {
        return isTrue(what, Math.abs(expected - actual) <= NEAR * Math.abs(scale), expected, "is not near", actual);
    }

    /** {@code smaller} is no larger than {@code larger}. */
    public Claims atMost(String what, double smaller, double larger) {
        return isTrue(what, smaller <= larger + SLACK * Math.abs(larger), smaller, "is above", larger);
    }

    /** A condition. */
    public Claims holds(String what, boolean condition) {
        isExercised = true;
        if (!condition && broken == null) {
            broken = what;
        }
        return this;
    }

    /** What came of it. */
    public Verdict verdict() {
        return !isExercised ? Verdict.NOT_EXERCISED : broken == null ? Verdict.HOLDS : new Verdict.Violated(broken);
    }

    private Claims isTrue(String what, boolean condition, double a, String between, double b) {
        isExercised = true;
        if (!condition && broken == null) {
            broken = what + ": " + a + " " + between + " " + b;
        }
        return this;
    }
}
