package io.headroom.validate;

import io.headroom.catalog.Knob;
import java.util.Locale;

/**
 * A constant to be fitted.
 *
 * @param level {@code ""} for the profile, else an engine, an architecture or "engine/architecture/model", whose constants are factors
 * @param knob the constant
 */
record FitKnob(String level, Knob knob) {

    private static final double UNIT_OF_FACTOR = 0.25;
    private static final double MOST_OF_FACTOR = Math.log(4);
    // no model reads faster than all models together may, 0.95, where architectures have 0.80 to 0.86
    private static final double MOST_OF_BANDWIDTH = Math.log(1.1);

    /** Whether it is the natural logarithm of a factor on what holds for other models. */
    boolean isFactor() {
        return level.contains("/");
    }

    /** How far a value may well lie from what is known of it: the unit of the search and of the pull. */
    double unit() {
        if (isFactor()) {
            return UNIT_OF_FACTOR;
        }
        return switch (knob) {
            case MFU, ATTENTION_MFU, LINK_EFFICIENCY, ROOFLINE_OVERLAP, BLOCK_SCALED_MFU -> 0.2;
            case MBU -> 0.1;
            case ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH -> 0.15;
            case GEMM_HALF_ROWS -> 50;
            case OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER -> 20e-6;
            case OVERHEAD_PER_STEP -> 1e-3;
            case OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_QUANTIZED_LAYER -> 15e-6;
            case OVERHEAD_PER_MILLION_LOGITS -> 1e-4;
            case OVERHEAD_PER_REQUEST -> 30e-3;
            case UNFUSED_SHARE -> 0.5;
            case EXPERT_IMBALANCE -> 0.7;
            case RANK_WAIT -> 0.3;
            case EXPERT_SKEW -> 0.5;
            case ADMISSION_STEPS -> 10;
            case PREFILL_SHARE_IN_DECODE -> 0.3;
            case PREFILL_QUEUE_EXPONENT -> 0.25;
            case INTRA_NODE_LATENCY -> 3e-6;
            case INTER_NODE_LATENCY, RESERVE, USABLE_MEMORY, RESERVE_IN_GROUP, SAMPLER_BYTES, EXPERT_MFU,
                    EXPERT_HALF_ROWS -> throw new IllegalArgumentException(knob + " is not fitted");
        };
    }

    double least() {
        if (isFactor()) {
            return -MOST_OF_FACTOR;
        }
        return switch (knob) {
            case MFU, ATTENTION_MFU, LINK_EFFICIENCY -> 0.1;
            case MBU -> 0.5;
            case ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH, ROOFLINE_OVERLAP, BLOCK_SCALED_MFU -> 0.3;
            case EXPERT_SKEW -> 0.05;
            case EXPERT_IMBALANCE -> 1;
            case INTRA_NODE_LATENCY -> 1e-6;
            default -> 0;
        };
    }

    double most() {
        if (isFactor()) {
            return knob == Knob.MBU ? MOST_OF_BANDWIDTH : MOST_OF_FACTOR;
        }
        return switch (knob) {
            case MBU, LINK_EFFICIENCY -> 0.95;
            case GEMM_HALF_ROWS, OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_QUANTIZED_LAYER,
                    OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_MILLION_LOGITS, INTRA_NODE_LATENCY -> 8 * unit();
            case OVERHEAD_PER_STEP, OVERHEAD_PER_REQUEST -> 10 * unit();
            case EXPERT_IMBALANCE -> 4;
            case RANK_WAIT -> 2;
            case EXPERT_SKEW -> 8;
            case ADMISSION_STEPS -> 50;
            default -> 1;
        };
    }

    /** The constant at {@code at} of the search, or the factor. */
    double value(double at) {
        return isFactor() ? Math.exp(at * unit()) : at * unit();
    }

    /** {@code value} with two digits, nothing finer than the noise; a factor in hundredths. */
    double rounded(double value) {
        if (isFactor()) {
            return Math.rint(100 * value) / 100;
        }
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", value));
    }
}
