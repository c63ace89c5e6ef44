package io.headroom.check.legal;

import io.headroom.plan.Plan;
import java.util.function.UnaryOperator;

/**
 * One edit that a reader may apply with a click.
 *
 * @param label what it does: "TP 5 → 4"
 * @param edit the plan with it; a pure function that changes one input
 */
public record Fix(String label, UnaryOperator<Plan> edit) {

    /** {@code plan} with the edit. */
    public Plan apply(Plan plan) {
        return edit.apply(plan);
    }
}
