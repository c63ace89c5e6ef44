package io.headroom.session;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Plan;
import java.util.Optional;

/**
 * A plan and what follows from it.
 *
 * @param plan the plan
 * @param outcome its numbers, or why there are none
 */
public record Evaluation(Plan plan, Outcome outcome) {

    /** Evaluates {@code plan}. */
    public static Evaluation of(Plan plan) {
        return new Evaluation(plan, Estimator.estimate(plan));
    }

    /** The numbers, where there are any. */
    public Optional<Estimate> estimate() {
        return outcome instanceof Estimate e ? Optional.of(e) : Optional.empty();
    }
}
