package io.headroom.explore.search;

import io.headroom.estimate.Estimate;
import io.headroom.plan.Plan;

/**
 * A plan that a search found.
 *
 * @param estimate its numbers, those of an estimate of its own
 * @param headroom how many times better than its closest limit, see {@link Headroom}
 * @param order its place in the order of the space
 */
public record Found(Estimate estimate, double headroom, long order) {

    /** The plan. */
    public Plan plan() {
        return estimate.plan();
    }
}
