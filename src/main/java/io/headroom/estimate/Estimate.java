package io.headroom.estimate;

import io.headroom.estimate.cost.Cost;
import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.estimate.serving.SteadyLoad;
import io.headroom.estimate.timing.DecodeTime;
import io.headroom.estimate.timing.PrefillTime;
import io.headroom.plan.Plan;

/**
 * Everything that follows from a plan, in SI units. Given also for plans that do not fit: whether they do is said by
 * {@link MemoryEstimate#fits()}.
 *
 * @param plan the plan
 * @param groups how its GPUs are shared
 * @param mostLayers most layers that a stage holds
 * @param peakFlops peak FLOP/s of the fastest format that the model computes in here
 * @param memory bytes per GPU
 * @param prefill reading prompts
 * @param decode one decode step
 * @param steady constant load
 * @param cost money and energy
 */
public record Estimate(Plan plan, Groups groups, int mostLayers, double peakFlops,
        MemoryEstimate memory, PrefillTime prefill, DecodeTime decode, SteadyLoad steady, Cost cost)
        implements Outcome {

    /** FLOP/s of one replica at peak. */
    double replicaPeakFlops() {
        return groups.replicaGpus() * peakFlops;
    }

    /** {@code metric} of this plan; NaN where its inputs are not known (a price, a demand). */
    public double get(Metric metric) {
        return metric.of(this);
    }
}
