package io.headroom.explore.simulate;

import java.util.Arrays;

/**
 * Mean and percentiles of what requests saw; percentiles between two samples lie on the line through them, as numpy has
 * it, with which public benchmarks are evaluated. All NaN where there is no sample.
 *
 * @param mean arithmetic mean
 * @param p50 median
 * @param p90 nine of ten were at most this
 * @param p99 99 of 100 were at most this
 */
public record Spread(double mean, double p50, double p90, double p99) {

    /** Of the first {@code count} of {@code samples}, which are sorted on the way. */
    static Spread of(double[] samples, int count) {
        if (count == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        Arrays.sort(samples, 0, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += samples[i];
        }
        return new Spread(sum / count, percentile(samples, count, 0.5), percentile(samples, count, 0.9),
                percentile(samples, count, 0.99));
    }

    private static double percentile(double[] sorted, int count, double share) {
        double at = share * (count - 1);
        int below = (int) at;
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
