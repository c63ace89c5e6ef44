package io.headroom.explore.uncertainty;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a plan's numbers come to where some of its inputs lie within ranges: each input is drawn from a triangular
 * distribution that is likeliest at the plan's own value, independently of the others; each sample is an estimate of its
 * own. The same seed gives the same answer on any number of threads.
 *
 * @param plan the plan
 * @param seed which samples
 * @param samples how many
 * @param inputs those that have a range
 * @param bands of every metric that moves
 * @param fits share of the samples in which every GPU's memory suffices
 * @param passes share in which memory suffices and no hard limit is missed
 * @param chances for each requirement of the plan, in its order, the share in which it is kept; NaN where it cannot be told
 * @param drivers of every metric that moves, what moves it, widest first
 */
public record Uncertainty(Plan plan, long seed, int samples, List<Uncertain> inputs, Map<Metric, Quantiles> bands,
        double fits, double passes, List<Double> chances, Map<Metric, List<Driver>> drivers) {

    /** Samples unless somebody asks for another number. */
    public static final int SAMPLES = 10_000;
    /** The seed unless somebody asks for another. */
    public static final long SEED = 1;
    /** The most samples: every metric of each is held in memory, 80 MB of them. */
    public static final int MOST_SAMPLES = 200_000;

    public Uncertainty {
        inputs = List.copyOf(inputs);
        chances = List.copyOf(chances);
    }

    /**
     * Of {@code plan}; empty where it has no ranges or no numbers, or where {@code isCancelled}.
     *
     * @throws IllegalArgumentException where {@code samples} is not from 1 to {@link #MOST_SAMPLES}
     */
    public static Optional<Uncertainty> of(Plan plan, long seed, int samples, Workers workers,
            BooleanSupplier isCancelled) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException(samples + " samples: 1 to " + MOST_SAMPLES + ".");
        }
        List<Uncertain> inputs = Uncertain.in(plan);
        if (inputs.isEmpty() || !(Estimator.estimate(plan) instanceof Estimate)) {
            return Optional.empty();
        }
        return new Sampling(plan, inputs, seed, samples).run(workers, isCancelled);
    }

    /** The usual number of samples, on the calling thread alone. */
    public static Optional<Uncertainty> of(Plan plan) {
        return of(plan, SEED, SAMPLES, Workers.ALONE, () -> false);
    }

    /** The band of {@code metric}; empty where no range moves it. */
    public Optional<Quantiles> band(Metric metric) {
        return Optional.ofNullable(bands.get(metric));
    }

    /** What moves {@code metric}, widest first. */
    public List<Driver> driversOf(Metric metric) {
        return drivers.getOrDefault(metric, List.of());
    }
}
