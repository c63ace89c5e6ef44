package io.headroom.validate;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Reading.Configuration;

/**
 * What no software can do on a row's hardware: hold more than its memory, read weights and KV cache faster than its
 * bandwidth, multiply faster than its peak.
 */
final class PhysicalBound {

    // data sheets write GB where cards hold GiB, so nothing is called impossible for want of the difference
    private static final double GIB_OVER_GB = (1 << 30) / 1e9;
    // the bounds assume even routing and exact lengths
    private static final double MARGIN = 0.97;

    private final Configuration c;
    private final Estimate one;
    private final long room;

    PhysicalBound(Configuration c) {
        this.c = c;
        GpuSpec g = c.plan().hardware().gpu();
        GpuSpec roomy = g.withMemory(g.hbmBytes() * GIB_OVER_GB);
        Plan most = c.plan().withHardware(Hardware.of(roomy)).withAssumptions(c.plan().assumptions()
                .with(Knob.USABLE_MEMORY, 1).with(Knob.RESERVE, 0).with(Knob.EXPERT_SKEW, 0));
        int tokens = most.workload().inputTokens() + most.workload().outputTokens();
        // room for all tokens of a request and for the activations of one
        Plan least = most.withWorkload(most.workload().withConcurrentRequests(1).withMaxBatchedTokens(1)
                .withInputTokens(1).withOutputTokens(Math.max(1, tokens - 1)));
        this.one = Estimator.estimate(least) instanceof Estimate e ? e : null;
        this.room = one == null ? 0 : one.memory().largestBatch();
    }

    /** Whether not even one request has room beside the weights. */
    boolean hasNoRoom() {
        return one != null && !c.quantity().isMemory() && room == 0;
    }

    /** Whether {@code measured}, in SI units, is better than anything possible. */
    boolean isBroken(double measured) {
        if (one == null || room == 0) {
            return false;
        }
        double steps = c.plan().workload().outputTokens() - 1.0;
        return switch (c.quantity()) {
            case TPOT -> measured < MARGIN * stepSeconds();
            case TTFT -> measured < MARGIN * firstSeconds();
            case E2E -> measured < MARGIN * (firstSeconds() + steps * stepSeconds());
            case OUTPUT_TOKENS_TOTAL -> measured * MARGIN > inFlight() / stepSeconds();
            case OUTPUT_TOKENS_PER_GPU ->
                measured * MARGIN > inFlight() / stepSeconds() / one.get(Metric.GPUS);
            default -> false;
        };
    }

    private int inFlight() {
        return (int) Math.min(room, switch (c.load()) {
            case Load.Closed closed -> closed.requests();
            case Load.Static batch -> batch.requests();
            case Load.Offline offline when offline.most() > 0 -> offline.most();
            case Load.Open _, Load.Offline _, Load.None _ -> Integer.MAX_VALUE;
        });
    }

    private double firstSeconds() {
        Plan plan = c.load() instanceof Load.Open open ? open.reading(c.plan()) : c.plan();
        return at(plan, 1).get(Metric.BOUND_TTFT_ALONE);
    }

    private double stepSeconds() {
        return at(c.plan(), c.load() instanceof Load.Open ? 1 : inFlight()).get(Metric.BOUND_TPOT);
    }

    private static Estimate at(Plan plan, int requests) {
        // the plan could be estimated with the room of a card of GiB, so it can be estimated
        return (Estimate) Estimator.estimate(plan.withWorkload(plan.workload().withConcurrentRequests(requests)));
    }
}
