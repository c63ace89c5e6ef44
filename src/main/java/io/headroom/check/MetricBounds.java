package io.headroom.check;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;

/**
 * What physics allows of a metric on a plan's GPUs: only what lies beyond it is impossible.
 *
 * <p>TTFT {@code prefill FLOP/(W*p*peak)}, TPOT {@code bytes read/bandwidth}, output tokens a second and GPU
 * {@code peak/(2*active parameters)}, times the GPUs of the system or of a replica. Assumption: none, hence no number
 * for metrics that have no such bound. Source: Formulas, section 5.
 */
public final class MetricBounds {

    private MetricBounds() {
    }

    /** The bound of {@code metric} in SI units, NaN where none is known. */
    public static double of(Metric metric, Estimate estimate) {
        return switch (metric) {
            case TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_BURST_LAST, TTFT_STEADY ->
                    estimate.get(Metric.BOUND_TTFT_ALONE);
            case DECODE_STEP, TPOT_STEADY -> estimate.get(Metric.BOUND_TPOT);
            case OUTPUT_TOKENS_PER_GPU -> estimate.get(Metric.BOUND_THROUGHPUT_PER_GPU);
            case OUTPUT_TOKENS_PER_REPLICA -> estimate.get(Metric.BOUND_THROUGHPUT_PER_GPU)
                    * estimate.groups().replicaGpus();
            case OUTPUT_TOKENS -> estimate.get(Metric.BOUND_THROUGHPUT_PER_GPU) * estimate.groups().gpus();
            default -> Double.NaN;
        };
    }
}
