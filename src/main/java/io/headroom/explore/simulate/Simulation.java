package io.headroom.explore.simulate;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.estimate.timing.StepTimes;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Continuous batching of a plan, played through step by step; every step takes the time that the estimate's own passes
 * give it ({@link StepTimes}), none is interpolated.
 *
 * <p>Replicas are alike and do not know of each other, so one is played: the one with ⌈B/r⌉ requests, or with 1/r of the
 * arrivals (a Poisson stream dealt at random is Poisson streams). Prompts are dealt evenly to a replica's attention ranks,
 * which step together. Assumptions: routing is free, prefixes are not shared, every request is read and generated to its
 * end.
 *
 * <p>The same plan and input give the same answer, bit for bit.
 */
public final class Simulation {

    private static final int PER_CONCURRENT_REQUEST = 10;
    private static final int OPEN_LOOP_REQUESTS = 2_000;
    /** Beyond it more requests say nothing more, and only fill memory. */
    static final int MOST_REQUESTS = 1_000_000;

    private Simulation() {
    }

    /** Plays {@code plan} through. */
    public static SimulationOutcome run(Plan plan, SimulationInput input) {
        return run(plan, input, () -> false);
    }

    /**
     * The percentiles of what requests see, as requirements name them; empty where the plan cannot be played through.
     * Played as {@link SimulationInput#of} says: by the engine's policy, at the plan's rate or else at steady load.
     */
    public static Map<Metric, Double> percentiles(Plan plan) {
        return run(plan, SimulationInput.of(plan)) instanceof Distribution d ? d.percentiles() : Map.of();
    }

    /** Plays {@code plan} through until {@code isCancelled} says to stop. */
    public static SimulationOutcome run(Plan plan, SimulationInput input, BooleanSupplier isCancelled) {
        return switch (Estimator.estimate(plan)) {
            case Outcome.Refused refused -> new SimulationOutcome.Refused(refused.reasons());
            case Estimate estimate -> run(plan, input, estimate, isCancelled);
        };
    }

    private static SimulationOutcome run(Plan plan, SimulationInput input, Estimate estimate,
            BooleanSupplier isCancelled) {
        Workload workload = plan.workload();
        boolean isOpen = input.arrivals() == Arrivals.POISSON;
        double rate = workload.arrivalRatePerSecond();
        if (isOpen && !(rate > 0)) {
            return new SimulationOutcome.Refused(List.of("Poisson arrivals need a rate; the plan gives no "
                    + "workload.arrivalRatePerSecond."));
        }
        long needed = MemoryEstimate.inBlocks((long) workload.inputTokens() + workload.outputTokens());
        long room = roomTokens(estimate, needed);
        if (room < needed) {
            return new SimulationOutcome.Refused(List.of("A request of " + needed + " tokens in whole blocks does not "
                    + "fit: a replica has room for " + room + " tokens of KV cache."));
        }
        int replicas = plan.parallelism().data();
        int concurrent = isOpen ? 0 : Deployment.ceilDiv(workload.concurrentRequests(), replicas);
        if (concurrent > MOST_REQUESTS) {
            return new SimulationOutcome.Refused(List.of("A replica would have " + concurrent + " requests at once; at most "
                    + MOST_REQUESTS + " are played through."));
        }
        int wanted = wanted(input, concurrent, replicas);
        StepTimes times = new StepTimes(plan);
        Measures measures = new Measures(input.arrivals(), wanted, concurrent);
        Replica replica = new Replica(times, input, new RequestSource(workload, input, isOpen ? rate / replicas
                : Double.NaN), new Admission(room, mostSequences(workload)), new Prompts(times.ranks()),
                new Decoding(workload.outputTokens()), measures, gathered(workload, input, times));
        double factor = isOpen ? replicas : (double) workload.concurrentRequests() / concurrent;
        return switch (replica.run(concurrent, wanted, isCancelled)) {
            case ENOUGH -> measures.distribution(factor, replica.steps());
            case CANCELLED -> new SimulationOutcome.Cancelled();
            case OVERRUN -> new SimulationOutcome.Refused(List.of("At " + rate + " requests a second more than "
                    + MOST_REQUESTS + " wait on a replica before " + wanted + " are answered: the plan serves far fewer."));
        };
    }

    /** Tokens for which a replica has room: by its blocks, or by whole requests where layers keep fewer tokens. */
    private static long roomTokens(Estimate estimate, long needed) {
        int replicas = estimate.plan().parallelism().data();
        long byTokens = (long) estimate.memory().kvCapacityTokens() * estimate.groups().attentionData();
        long byRequests = estimate.memory().largestBatch() / replicas * needed;
        return Math.max(byTokens, byRequests);
    }

    private static int wanted(SimulationInput input, int concurrent, int replicas) {
        if (input.requests() > 0) {
            return Math.max(concurrent, Deployment.ceilDiv(input.requests(), replicas));
        }
        return concurrent == 0 ? OPEN_LOOP_REQUESTS
                : (int) Math.min((long) PER_CONCURRENT_REQUEST * concurrent, Math.max(concurrent, MOST_REQUESTS));
    }

    private static int mostSequences(Workload workload) {
        return workload.maxConcurrentSequences() == 0 ? Integer.MAX_VALUE : workload.maxConcurrentSequences();
    }

    private static int gathered(Workload workload, SimulationInput input, StepTimes times) {
        int ofRank = input.gatheredPrompts() > 0 ? input.gatheredPrompts()
                : Math.max(1, workload.maxBatchedTokens() / workload.inputTokens());
        return ofRank * times.ranks();
    }
}
