package io.headroom.explore.question;

import io.headroom.estimate.Metric;
import io.headroom.explore.question.Axis.Trend;
import io.headroom.format.Dimension;
import io.headroom.plan.Plan;

/** How every metric answers to every axis, as far as the formulas say. */
final class Trends {

    /** Pipelines and queues make steps in times: the largest seen on 2,500 random plans is 1.57. */
    private static final double ROUGH = 2;
    /** Rounding of tokens to blocks and chunks: the largest seen is 1.00006. */
    private static final double NEARLY = 1.001;

    private Trends() {
    }

    /**
     * By how much a metric may stray from its trend: {@code m(y) >= m(x)/slack} for y beyond x where it rises. 1 where
     * it never strays. With stages, a batch is cut into micro-batches of whole sequences, and a step of more sequences
     * may be shorter; the share of prefills that delays the first token falls as the batch grows; where one prompt
     * fewer fits into a pass, a burst may end sooner.
     */
    static double slack(Axis axis, Metric metric, Plan plan) {
        return switch (axis) {
            case REQUESTS -> metric == Metric.TTFT_STEADY
                    || plan.parallelism().pipeline() > 1 && !isMemory(metric) ? ROUGH : 1;
            case INPUT_TOKENS -> metric == Metric.TTFT_BURST_LAST ? ROUGH : isMemory(metric) ? 1 : NEARLY;
            case MEMORY_BANDWIDTH, NODE_LINK, NETWORK -> 1;
        };
    }

    private static boolean isMemory(Metric metric) {
        return metric.dimension() == Dimension.BYTES || metric == Metric.MEMORY_UTILIZATION;
    }

    static Trend of(Axis axis, Metric metric) {
        return switch (axis) {
            case REQUESTS -> byRequests(metric);
            case INPUT_TOKENS -> byTokens(metric);
            case MEMORY_BANDWIDTH, NODE_LINK, NETWORK -> byBandwidth(metric);
        };
    }

    /** More requests: more sequences a rank, each pass longer; throughput is requests over a cycle that never falls. */
    private static Trend byRequests(Metric metric) {
        return switch (metric) {
            case MEMORY_WEIGHTS, MEMORY_KV_CACHE, MEMORY_ACTIVATIONS, MEMORY_TOTAL, MEMORY_UTILIZATION,
                 TTFT_ALONE, TTFT_BURST_LAST, E2E_STEADY, GPUS, COST_PER_HOUR, POWER_WATTS -> Trend.RISES;
            case OUTPUT_TOKENS, OUTPUT_TOKENS_PER_GPU, OUTPUT_TOKENS_PER_REPLICA, TOTAL_TOKENS, TOTAL_TOKENS_PER_GPU,
                 REQUESTS -> Trend.OVER_RISING;
            case COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS, COST_PER_DAY, ENERGY_PER_TOKEN -> Trend.RISING_OVER;
            case DECODE_STEP, TPOT_STEADY, TTFT_STEADY, TTFT_BURST_FIRST, TTFT_BURST_MEAN -> Trend.RISES;
            default -> Trend.UNKNOWN;
        };
    }

    /**
     * Longer prompts: more memory and work, fewer requests a second. Not the first and the mean of a burst: where one
     * prompt fewer fits into a pass, the pass is shorter.
     */
    private static Trend byTokens(Metric metric) {
        return switch (metric) {
            case MEMORY_WEIGHTS, MEMORY_KV_CACHE, MEMORY_ACTIVATIONS, MEMORY_TOTAL, MEMORY_UTILIZATION,
                 TTFT_ALONE, TTFT_BURST_LAST, TTFT_STEADY, DECODE_STEP, TPOT_STEADY, E2E_STEADY, GPUS, COST_PER_HOUR,
                 POWER_WATTS, COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS,
                 COST_PER_DAY, ENERGY_PER_TOKEN -> Trend.RISES;
            case OUTPUT_TOKENS, OUTPUT_TOKENS_PER_GPU, OUTPUT_TOKENS_PER_REPLICA, REQUESTS -> Trend.FALLS;
            case TOTAL_TOKENS, TOTAL_TOKENS_PER_GPU -> Trend.OVER_RISING;
            default -> Trend.UNKNOWN;
        };
    }

    /** Faster memory or links: no time is longer, no rate lower, no byte more. */
    private static Trend byBandwidth(Metric metric) {
        return switch (metric) {
            case TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_BURST_LAST, TTFT_STEADY, DECODE_STEP, TPOT_STEADY,
                 E2E_STEADY, COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS, COST_PER_DAY, ENERGY_PER_TOKEN -> Trend.FALLS;
            case OUTPUT_TOKENS, OUTPUT_TOKENS_PER_GPU, OUTPUT_TOKENS_PER_REPLICA, TOTAL_TOKENS, TOTAL_TOKENS_PER_GPU,
                 REQUESTS, MEMORY_WEIGHTS, MEMORY_KV_CACHE, MEMORY_ACTIVATIONS, MEMORY_TOTAL, MEMORY_UTILIZATION, GPUS,
                 COST_PER_HOUR, POWER_WATTS -> Trend.RISES;
            default -> Trend.UNKNOWN;
        };
    }
}
