package io.headroom.explore.input;

import io.headroom.catalog.Knob;
import io.headroom.plan.Plan;

/**
 * An input that the profile sets unless the plan does.
 *
 * @param knob the assumption
 * @param input the input
 */
public record Assumption(Knob knob, Input input) {

    /** Whether {@code plan} says itself what the profile would. */
    public boolean isOverriddenIn(Plan plan) {
        return plan.assumptions().isGiven(knob);
    }

    /** Where the value in {@code plan} comes from, where that is more than its profile; else empty. */
    public String sourceIn(Plan plan) {
        int measurements = plan.assumptions().measurements(knob);
        return measurements == 0 ? "" : "Fitted to " + measurements + " measurements of this model on this engine and architecture.";
    }

    /** {@code plan} with the profile's value again. */
    public Plan reset(Plan plan) {
        return plan.withAssumptions(plan.assumptions().without(knob));
    }
}
