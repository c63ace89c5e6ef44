package io.headroom.explore.rating;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;

/**
 * The plan with one notch less or more of a degree, against the plan.
 *
 * @param value the degree there
 * @param latency E2E latency there over here
 * @param outputPerGpu output tokens a second and GPU there over here
 * @param memoryBytes memory of the fullest GPU there
 * @param gpus GPUs there
 * @param failures limits missed there, memory among them
 */
public record Neighbour(int value, double latency, double outputPerGpu, double memoryBytes, double gpus,
        int failures) {

    static Neighbour of(int value, Estimate here, Estimate there, int failures) {
        return new Neighbour(value, ratio(here, there, Metric.E2E_STEADY),
                ratio(here, there, Metric.OUTPUT_TOKENS_PER_GPU), there.get(Metric.MEMORY_TOTAL),
                there.get(Metric.GPUS), failures);
    }

    /** Speed for the GPUs, there over here: output per GPU over latency. */
    public double bargain() {
        return outputPerGpu / latency;
    }

    private static double ratio(Estimate here, Estimate there, Metric metric) {
        return there.get(metric) / here.get(metric);
    }
}
