package io.headroom.explore.simulate;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.Map;

/** Plans to play through, from the catalogue. */
final class Plans {

    static final Catalog CATALOG = CatalogFiles.load();

    private Plans() {
    }

    /** Llama-3.1-8B on one H200. */
    static Plan llama(int requests, int input, int output) {
        return of("llama-3.1-8b", "plan", Parallelism.SINGLE, requests, input, output);
    }

    /** Qwen3-235B on 16 H200: TP 4, PP 4. */
    static Plan qwen(int requests, int input, int output) {
        return of("qwen3-235b-a22b", "calibrated", degrees(4, 4, 1), requests, input, output);
    }

    /** DeepSeek-V3 on 32 H200, each an attention rank of its own. */
    static Plan deepSeek(int requests, int input, int output) {
        return of("deepseek-v3", "calibrated", degrees(1, 1, 32), requests, input, output);
    }

    private static Parallelism degrees(int tensor, int pipeline, int expert) {
        return new Parallelism(tensor, pipeline, 1, expert, 1, false, List.of());
    }

    private static Plan of(String model, String profile, Parallelism parallelism, int requests, int input, int output) {
        Plan plan = Plan.of("test", CATALOG.model(model).orElseThrow(),
                Hardware.of(CATALOG.gpu("h200-sxm").orElseThrow()),
                // closed forms of queues know nothing of what a request costs before the scheduler sees it
                new Assumptions(CATALOG.profile(profile).orElseThrow(), null, Map.of(Knob.OVERHEAD_PER_REQUEST, 0.0,
                        Knob.ADMISSION_STEPS, 1.0)));
        return plan.withParallelism(parallelism).withWorkload(plan.workload().withConcurrentRequests(requests)
                .withInputTokens(input).withOutputTokens(output));
    }

    /** {@code plan} with requests coming at {@code perSecond}. */
    static Plan at(double perSecond, Plan plan) {
        Workload w = plan.workload();
        return plan.withWorkload(new Workload(w.concurrentRequests(), w.inputTokens(), w.outputTokens(), w.inputRange(),
                perSecond, w.maxBatchedTokens(), w.maxConcurrentSequences()));
    }

    /** {@code plan} whose server takes {@code seconds} before the scheduler sees a request. */
    static Plan preparing(double seconds, Plan plan) {
        return plan.withAssumptions(plan.assumptions().with(Knob.OVERHEAD_PER_REQUEST, seconds));
    }

    /** {@code plan} whose scheduler looks for requests every {@code steps} steps. */
    static Plan looking(double steps, Plan plan) {
        return plan.withAssumptions(plan.assumptions().with(Knob.ADMISSION_STEPS, steps));
    }

    /** {@code plan} with the calibrated share of other prefills before the first token. */
    static Plan calibratedQueue(Plan plan) {
        Constants c = CATALOG.profile("calibrated").orElseThrow().constants();
        return plan.withAssumptions(plan.assumptions().with(Knob.PREFILL_SHARE_IN_DECODE, c.prefillShareInDecode())
                .with(Knob.PREFILL_QUEUE_EXPONENT, c.prefillQueueExponent()));
    }

    /** {@code plan} whose scheduler admits {@code most} sequences. */
    static Plan admitting(int most, Plan plan) {
        Workload w = plan.workload();
        return plan.withWorkload(new Workload(w.concurrentRequests(), w.inputTokens(), w.outputTokens(), w.inputRange(),
                w.arrivalRatePerSecond(), w.maxBatchedTokens(), most));
    }

    static double estimate(Plan plan, Metric metric) {
        return ((Estimate) Estimator.estimate(plan)).get(metric);
    }

    static Distribution play(Plan plan, SimulationInput input) {
        return (Distribution) Simulation.run(plan, input);
    }

    static Distribution steady(Plan plan, Policy policy) {
        return play(plan, SimulationInput.of(plan).withArrivals(Arrivals.STEADY).withPolicy(policy));
    }
}
