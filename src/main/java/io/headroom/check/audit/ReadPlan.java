package io.headroom.check.audit;

import io.headroom.plan.Plan;
import java.util.Set;

/**
 * A plan as a text states it.
 *
 * @param plan the plan, gaps filled by assumptions
 * @param open what was assumed; empty for plan files, which state everything
 */
public record ReadPlan(Plan plan, Set<Open> open) {

    public ReadPlan {
        open = Set.copyOf(open);
    }
}
