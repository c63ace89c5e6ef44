package io.headroom.explore.question;

import io.headroom.estimate.Metric;
import io.headroom.explore.question.Axis.Trend;

/** How every metric answers to every axis, as far as the formulas say. */
final class Trends {

    private Trends() {
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

    /** Longer prompts: more memory and work, fewer requests a second. */
    private static Trend byTokens(Metric metric) {
        return switch (metric) {
            case MEMORY_WEIGHTS, MEMORY_KV_CACHE, MEMORY_ACTIVATIONS, MEMORY_TOTAL, MEMORY_UTILIZATION,
                 TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_BURST_LAST, TTFT_STEADY, DECODE_STEP, TPOT_STEADY,
                 E2E_STEADY, GPUS, COST_PER_HOUR, POWER_WATTS, COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS,
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
