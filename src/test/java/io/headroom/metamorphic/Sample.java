package io.headroom.metamorphic;

import io.headroom.catalog.Constants;
import io.headroom.catalog.ModelSpec;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.SplittableRandom;

/**
 * A plan with its estimate, made once for all relations.
 *
 * @param plan the plan
 * @param estimate its numbers
 * @param salt seed of what a relation chooses for itself
 */
public record Sample(Plan plan, Estimate estimate, long salt) {

    /** The sample of {@code plan}. */
    public static Sample of(Plan plan, long salt) {
        return new Sample(plan, estimate(plan), salt);
    }

    /** The numbers of a plan that has some. */
    public static Estimate estimate(Plan plan) {
        return switch (Estimator.estimate(plan)) {
            case Estimate e -> e;
            case Outcome.Refused refused -> throw new IllegalArgumentException(refused.reasons().toString());
        };
    }

    /** A generator of its own. */
    public SplittableRandom random() {
        return new SplittableRandom(salt);
    }

    public double get(Metric metric) {
        return estimate.get(metric);
    }

    public ModelSpec.Shape shape() {
        return plan.model().shape();
    }

    public Parallelism degrees() {
        return plan.parallelism();
    }

    public Workload workload() {
        return plan.workload();
    }

    public Constants constants() {
        return plan.assumptions().constants();
    }

    /** Attention ranks of the whole system, r*a: requests are dealt out over so many. */
    public int ranks() {
        return degrees().data() * estimate.groups().attentionData();
    }

    /** Sequences b of a rank. */
    public int sequences() {
        return (workload().concurrentRequests() + ranks() - 1) / ranks();
    }
}
