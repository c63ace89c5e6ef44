package io.headroom.explore.fleet.cover;

import java.util.List;

/**
 * Choose whole numbers n of replicas so that {@code Σ rate·n ≥ required} for every demand, {@code Σ gpus·n ≤ available} for
 * every type, and {@code Σ weight·gpus·n} is least.
 *
 * @param required what each demand needs, above 0
 * @param available GPUs of each type
 * @param weights what a GPU of each type weighs, at least 0
 * @param choices the replicas that there are
 */
public record CoverProblem(double[] required, int[] available, double[] weights, List<Choice> choices) {

    /** A demand is covered by this share of it: sums of rates are not exact. */
    static final double COVERED = 1 - 1e-12;

    /**
     * A replica of one layout.
     *
     * @param demand which demand it serves
     * @param type which type of GPU it has
     * @param gpus how many, at least 1
     * @param rate what it adds to its demand, above 0
     */
    public record Choice(int demand, int type, int gpus, double rate) {
    }

    public CoverProblem {
        choices = List.copyOf(choices);
    }

    int demands() {
        return required.length;
    }

    int types() {
        return available.length;
    }
}
