package io.headroom.estimate;

import io.headroom.estimate.cost.Cost;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.estimate.memory.MemoryModel;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.estimate.serving.SteadyLoad;
import io.headroom.estimate.timing.DecodeModel;
import io.headroom.estimate.timing.DecodeTime;
import io.headroom.estimate.timing.PrefillModel;
import io.headroom.estimate.timing.PrefillTime;
import io.headroom.plan.Plan;
import java.util.List;

/**
 * The arithmetic of a plan: a pure function, the same for sliders, search, command line, reports and explanations.
 */
public final class Estimator {

    private Estimator() {
    }

    /** The numbers of {@code plan}, or why there are none. */
    public static Outcome estimate(Plan plan) {
        List<String> reasons = Preconditions.failures(plan);
        return reasons.isEmpty() ? estimate(plan, null) : new Outcome.Refused(reasons);
    }

    /**
     * The numbers of a plan that is known to have some, told to {@code trace} on the way.
     *
     * @throws IllegalArgumentException where groups are not whole
     */
    static Estimate estimate(Plan plan, Trace trace) {
        Deployment x = new Deployment(plan);
        if (trace != null) {
            InputTerms.record(x, trace);
        }
        MemoryEstimate memory = new MemoryModel(x, trace).estimate();
        PassTimer timer = new PassTimer(x, trace);
        PrefillTime prefill = new PrefillModel(x, timer, trace).estimate();
        DecodeTime decode = new DecodeModel(x, timer, trace).estimate();
        return estimate(x, memory, prefill, decode, trace);
    }

    /** The numbers of the system whose replicas are known. */
    static Estimate estimate(Deployment x, MemoryEstimate memory, PrefillTime prefill, DecodeTime decode,
            Trace trace) {
        SteadyLoad steady = SteadyLoad.of(x, prefill, decode, trace);
        Cost cost = Cost.of(x, steady.requestsPerSecond() * x.outputTokens);
        return new Estimate(x.plan, x.groups, x.stages.mostLayers(), x.peaks.fastest(), memory, prefill,
                decode, steady, cost);
    }
}
