package io.headroom.metamorphic.relation;

import io.headroom.estimate.Metric;
import java.util.List;

/** Metrics that scale alike. */
final class Times {

    /** What users wait for. */
    static final List<Metric> WAITS = List.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_FIRST, Metric.TTFT_BURST_MEAN,
            Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.DECODE_STEP, Metric.TPOT_STEADY, Metric.E2E_STEADY);

    /** Bounds of times. */
    static final List<Metric> BOUNDS = List.of(Metric.BOUND_TTFT_ALONE, Metric.BOUND_TPOT);

    /** What happens in a second. */
    static final List<Metric> RATES = List.of(Metric.OUTPUT_TOKENS, Metric.OUTPUT_TOKENS_PER_GPU,
            Metric.OUTPUT_TOKENS_PER_REPLICA, Metric.TOTAL_TOKENS, Metric.TOTAL_TOKENS_PER_GPU, Metric.REQUESTS);

    /** Prices of an amount of work; NaN where no price is known. */
    static final List<Metric> COSTS = List.of(Metric.COST_PER_1K_TOKENS, Metric.COST_PER_MILLION_TOKENS,
            Metric.COST_PER_DAY, Metric.ENERGY_PER_TOKEN);

    /** Ratios of times, and bytes and FLOP, which no clock changes. */
    static final List<Metric> TIMELESS = List.of(Metric.GPUS, Metric.PARAMS_TOTAL, Metric.MEMORY_TOTAL,
            Metric.KV_CAPACITY_TOKENS, Metric.BATCH_MAX, Metric.CONTEXT_MAX, Metric.PREFILL_FLOPS,
            Metric.PREFILL_FLOPS_PER_GPU, Metric.DECODE_BYTES_PER_GPU, Metric.MFU_PREFILL, Metric.MFU_DECODE,
            Metric.MBU_DECODE, Metric.SHARE_COMMUNICATION, Metric.SHARE_BUBBLE, Metric.IMBALANCE_STAGES,
            Metric.COST_PER_HOUR, Metric.POWER_WATTS);

    private Times() {
    }
}
