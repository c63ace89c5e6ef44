package io.headroom.validate;

import io.headroom.catalog.Knob;
import java.util.Arrays;

/**
 * A constant to be fitted and the values it may take: few and round, so that nothing finer than the noise is chosen.
 *
 * @param level {@code ""} for the profile, else engine, architecture or "engine/architecture"
 * @param knob the constant
 */
record FitKnob(String level, Knob knob) {

    private static final double[] MICROSECONDS = {0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 22.5, 25, 27.5, 30, 35, 40,
        45, 50, 60, 70, 80, 100, 120, 150, 200, 250, 300, 400};
    private static final double[] STEPS = {0, .1, .2, .3, .4, .5, .75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 7, 10};
    private static final double[] SEQUENCES = {0, .5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 50, 75, 100};
    private static final double[] REQUESTS = {0, 2.5, 5, 7.5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 150, 200,
        250, 300};
    private static final double[] HALF_ROWS = {0, 8, 16, 24, 32, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384};

    /** Values in rising order. */
    double[] values() {
        return switch (knob) {
            case MFU, ATTENTION_MFU -> even(0.1, 1, 36);
            case MBU -> even(0.5, 0.95, 18);
            case LINK_EFFICIENCY -> even(0.1, 0.9, 16);
            case ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH -> even(0.3, 1, 14);
            case ROOFLINE_OVERLAP -> even(0.5, 1, 10);
            case PREFILL_QUEUE_EXPONENT -> even(0, 1, 10);
            case PREFILL_SHARE_IN_DECODE -> even(0, 1, 20);
            case EXPERT_IMBALANCE -> even(1, 4, 30);
            case GEMM_HALF_ROWS -> HALF_ROWS;
            case OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER -> scaled(MICROSECONDS, 1e-6);
            case OVERHEAD_PER_STEP -> scaled(STEPS, 1e-3);
            case OVERHEAD_PER_SEQUENCE -> scaled(SEQUENCES, 1e-6);
            case OVERHEAD_PER_REQUEST -> scaled(REQUESTS, 1e-3);
            case INTRA_NODE_LATENCY -> scaled(even(2, 20, 18), 1e-6);
            case INTER_NODE_LATENCY, RESERVE, USABLE_MEMORY -> throw new IllegalArgumentException(
                    knob + " is not fitted");
        };
    }

    /** The value nearest to {@code value}. */
    int nearest(double value) {
        double[] values = values();
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i] - value) < Math.abs(values[best] - value) ? i : best;
        }
        return best;
    }

    private static double[] even(double from, double to, int steps) {
        double[] values = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            values[i] = Math.round((from + (to - from) * i / steps) * 1e6) / 1e6;
        }
        return values;
    }

    private static double[] scaled(double[] values, double unit) {
        // dividing keeps 22.5e-6 the number that is written
        return Arrays.stream(values).map(v -> v / Math.round(1 / unit)).toArray();
    }
}
