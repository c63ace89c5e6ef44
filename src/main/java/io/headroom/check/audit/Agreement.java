package io.headroom.check.audit;

import java.util.Set;

/**
 * When a written number and another are the same: within one unit of the last digit written or 2 %, whichever is
 * larger. Things that are counted ("8 GPUs") are not rounded and have to be equal. A number that is written as a limit
 * agrees with everything on its side.
 */
public final class Agreement {

    /** Share by which numbers may differ. */
    public static final double SHARE = 0.02;

    private static final Set<String> COUNTED = Set.of("", "GPUs", "layers", "heads", "experts", "requests");

    private Agreement() {
    }

    /** Whether {@code written} can stand for {@code value} (SI units); never for NaN. */
    public static boolean holds(Written written, double value) {
        double slack = slack(written, value);
        double difference = written.si() - value;
        return switch (written.bound()) {
            case EXACT, ABOUT -> Math.abs(difference) <= slack;
            case AT_MOST -> difference >= -slack;
            case AT_LEAST -> difference <= slack;
        };
    }

    /** Whether two written numbers can be the same. */
    public static boolean holds(Written a, Written b) {
        if (isLimit(a) && isLimit(b)) {
            return a.bound() == b.bound() || holds(a, b.si());
        }
        return isLimit(a) ? holds(a, b.si()) : holds(b, a.si()) || holds(a, b.si());
    }

    /** By how much {@code written} may differ from {@code value}. */
    public static double slack(Written written, double value) {
        if (isCounted(written) && written.bound() != Written.Bound.ABOUT) {
            return 0.5 * written.si() / Math.max(1, Math.abs(written.value()));
        }
        // a hair more, so that 3.85 and 3.84 are one hundredth apart in binary too
        return Math.max(written.step(), SHARE * Math.abs(value)) * (1 + 1e-9);
    }

    /** Half a unit of the last digit: how far the number may be from what was rounded. */
    public static double rounding(Written written) {
        return isCounted(written) ? 0 : written.step() / 2;
    }

    private static boolean isCounted(Written written) {
        return COUNTED.contains(written.unit()) && written.value() == Math.rint(written.value());
    }

    private static boolean isLimit(Written written) {
        return written.bound() == Written.Bound.AT_MOST || written.bound() == Written.Bound.AT_LEAST;
    }
}
