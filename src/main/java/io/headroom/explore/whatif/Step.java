package io.headroom.explore.whatif;

import io.headroom.plan.Plan;

/**
 * One move of one input.
 *
 * @param text the move: "TP 4 → 8"
 * @param plan the plan after it
 * @param value the metric asked for after it; NaN where there is no number
 */
public record Step(String text, Plan plan, double value) {
}
