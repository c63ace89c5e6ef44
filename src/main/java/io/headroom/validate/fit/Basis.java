package io.headroom.validate.fit;

import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The assumptions that a fit starts from and leaves where it does not move them.
 *
 * @param profile in place of the plans' own assumptions about time; empty where plans keep theirs
 */
public record Basis(Optional<Profile> profile) {

    /** Every plan's own. */
    public static final Basis AS_PLANNED = new Basis(Optional.empty());

    /** Those of {@code profile}. */
    public static Basis of(Profile profile) {
        return new Basis(Optional.of(profile));
    }

    /** What {@code plan} assumes on this basis, with its hardware and model: its engine and what it says of memory stay its own. */
    public Assumptions of(Plan plan) {
        return on(plan).assumptions();
    }

    /** {@code plan} on this basis. */
    public Plan on(Plan plan) {
        // only a plan knows what its architecture and its model change in a profile
        return profile.map(p -> plan.withAssumptions(new Assumptions(p, plan.assumptions().engine(), ofMemory(plan))))
                .orElse(plan);
    }

    private static Map<Knob, Double> ofMemory(Plan plan) {
        Map<Knob, Double> kept = new EnumMap<>(Knob.class);
        plan.assumptions().given().forEach((knob, value) -> {
            if (knob.isOfMemoryOnly()) {
                kept.put(knob, value);
            }
        });
        return kept;
    }
}
