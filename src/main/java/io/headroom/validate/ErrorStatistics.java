package io.headroom.validate;

import java.util.Arrays;
import java.util.Collection;

/**
 * Errors of estimates that belong together; error = estimated / measured - 1. Percentiles interpolate linearly between
 * order statistics (type 7 of Hyndman and Fan 1996).
 *
 * @param count rows
 * @param medianAbsolute median of |error|
 * @param p90Absolute 90th percentile of |error|
 * @param bias median of error: positive where estimates are too high
 * @param within10 share of rows with |error| of at most 10 %
 * @param within25 share of rows with |error| of at most 25 %
 * @param measuredOverEstimatedP10 10th percentile of measured / estimated: the low side of an earned band
 * @param measuredOverEstimatedP90 90th percentile of it: the high side
 */
public record ErrorStatistics(int count, double medianAbsolute, double p90Absolute, double bias, double within10,
        double within25, double measuredOverEstimatedP10, double measuredOverEstimatedP90) {

    private static final double CLOSE = 0.10;
    private static final double NEAR = 0.25;

    /** Statistics of {@code rows}, NaN where there are none. */
    public static ErrorStatistics of(Collection<ValidatedRow> rows) {
        double[] errors = rows.stream().mapToDouble(ValidatedRow::error).sorted().toArray();
        double[] absolute = Arrays.stream(errors).map(Math::abs).sorted().toArray();
        double[] ratios = rows.stream().mapToDouble(r -> r.measured() / r.estimated()).sorted().toArray();
        return new ErrorStatistics(errors.length, quantile(absolute, 0.5), quantile(absolute, 0.9),
                quantile(errors, 0.5), share(absolute, CLOSE), share(absolute, NEAR), quantile(ratios, 0.1),
                quantile(ratios, 0.9));
    }

    private static double share(double[] absolute, double limit) {
        return Arrays.stream(absolute).filter(e -> e <= limit).count() / (double) absolute.length;
    }

    /** The {@code p} quantile of sorted values. */
    static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
