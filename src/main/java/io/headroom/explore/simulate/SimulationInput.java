package io.headroom.explore.simulate;

import io.headroom.plan.Plan;

/**
 * What a simulation needs to know beside the plan.
 *
 * @param policy how passes are shared
 * @param arrivals when requests come
 * @param requests requests counted in the whole system, never fewer than concurrent ones; 0 = 10 for each concurrent one
 *        as public benchmarks do, 2,000 of an open loop
 * @param shortest shortest prompt and output as a share of the plan's, (0, 1]: lengths are uniform from there to 1
 * @param gatheredPrompts prompts of a rank that end gathering, of {@link Policy#PREFILL_EXCLUSIVE}; 0 = as many as fill
 *        a pass
 * @param gatheringSeconds time for which a prompt waits for others at most, of the same policy
 * @param seed where chance begins
 */
public record SimulationInput(Policy policy, Arrivals arrivals, int requests, double shortest, int gatheredPrompts,
        double gatheringSeconds, long seed) {

    /** Shortest length as a share of the longest in InferenceMAX ({@code --random-range-ratio 0.8}). */
    public static final double BENCHMARK_SHORTEST = 0.8;

    private static final double GATHERING_SECONDS = 0.5;

    public SimulationInput {
        if (requests < 0 || gatheredPrompts < 0 || !(gatheringSeconds >= 0) || !(shortest > 0 && shortest <= 1)) {
            throw new IllegalArgumentException("counts and times are 0 or more, the shortest length is in (0, 1]");
        }
    }

    /** The policy of the plan's engine; an open loop where the plan gives a rate, else steady load; equal lengths. */
    public static SimulationInput of(Plan plan) {
        boolean isOpen = !Double.isNaN(plan.workload().arrivalRatePerSecond());
        return new SimulationInput(Policy.ofEngine(plan.assumptions().engine()),
                isOpen ? Arrivals.POISSON : Arrivals.STEADY, 0, 1, 0, GATHERING_SECONDS, 1);
    }

    /** With another policy. */
    public SimulationInput withPolicy(Policy value) {
        return new SimulationInput(value, arrivals, requests, shortest, gatheredPrompts, gatheringSeconds, seed);
    }

    /** With other arrivals. */
    public SimulationInput withArrivals(Arrivals value) {
        return new SimulationInput(policy, value, requests, shortest, gatheredPrompts, gatheringSeconds, seed);
    }

    /** With so many requests counted. */
    public SimulationInput withRequests(int value) {
        return new SimulationInput(policy, arrivals, value, shortest, gatheredPrompts, gatheringSeconds, seed);
    }

    /** With lengths from {@code value} times the plan's. */
    public SimulationInput withShortest(double value) {
        return new SimulationInput(policy, arrivals, requests, value, gatheredPrompts, gatheringSeconds, seed);
    }

    /** With other conditions that end gathering. */
    public SimulationInput withGathering(int prompts, double seconds) {
        return new SimulationInput(policy, arrivals, requests, shortest, prompts, seconds, seed);
    }

    /** With another seed. */
    public SimulationInput withSeed(long value) {
        return new SimulationInput(policy, arrivals, requests, shortest, gatheredPrompts, gatheringSeconds, value);
    }
}
