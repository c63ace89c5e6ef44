package io.headroom.plan;

import java.util.List;

/**
 * What one file holds: plans that are set beside each other.
 *
 * @param name title of the review
 * @param baseline name of the plan that others are compared with, or empty
 * @param plans at least one
 * @param extras unknown keys of the file
 */
public record Review(String name, String baseline, List<Plan> plans, Extras extras) {

    public Review {
        plans = List.copyOf(plans);
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a review holds at least one plan");
        }
    }

    /** With another plan at {@code index}. */
    public Review withPlan(int index, Plan plan) {
        List<Plan> changed = new java.util.ArrayList<>(plans);
        changed.set(index, plan);
        return new Review(name, baseline, changed, extras);
    }
}
