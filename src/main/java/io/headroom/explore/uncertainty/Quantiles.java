package io.headroom.explore.uncertainty;

import java.util.Arrays;

/**
 * Where samples lie; between two samples on the line through them, as numpy has it.
 *
 * @param p10 one in ten is below
 * @param p50 the median
 * @param p90 one in ten is above
 */
public record Quantiles(double p10, double p50, double p90) {

    static final double LOW = 0.1;
    static final double HIGH = 0.9;

    /** Of {@code samples}, which are sorted on the way. */
    static Quantiles of(double[] samples) {
        Arrays.sort(samples);
        return new Quantiles(at(samples, LOW), at(samples, 0.5), at(samples, HIGH));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
