package io.headroom.session;

import io.headroom.plan.Plan;
import io.headroom.plan.Review;

/**
 * What undo restores: the review and which of its plans is on screen.
 *
 * @param review the plans
 * @param index the plan on screen
 */
record State(Review review, int index) {

    State {
        index = Math.clamp(index, 0, review.plans().size() - 1);
    }

    Plan plan() {
        return review.plans().get(index);
    }

    State withPlan(Plan plan) {
        return new State(review.withPlan(index, plan), index);
    }
}
