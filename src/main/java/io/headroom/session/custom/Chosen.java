package io.headroom.session.custom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A model or an accelerator chosen from a list. The list of a window may show another plan than the one that is changed, the baseline
 * or an earlier one: what the catalogue does not know takes its figures along, or a file could not say what it is.
 */
public final class Chosen {

    private Chosen() {
    }

    /** Gives the plan on screen the model {@code chosen}, of the catalogue or of a plan of the review. */
    public static void model(PlanSession session, Catalog catalog, ModelSpec chosen) {
        Change change = new Change("Model", session.planProperty().get().model().name(), chosen.name());
        if (catalog.models().contains(chosen)) {
            session.edit(change, plan -> plan.withModel(chosen));
        } else {
            owner(session, plan -> plan.model().equals(chosen))
                    .ifPresent(owner -> session.edit(change, plan -> plan.withModel(chosen, owner.modelJson())));
        }
    }

    /** Gives the plan on screen the accelerator {@code chosen}, of the catalogue or of a plan of the review. */
    public static void gpu(PlanSession session, Catalog catalog, GpuSpec chosen) {
        Change change = new Change("GPU", session.planProperty().get().hardware().gpu().name(), chosen.name());
        if (catalog.gpus().contains(chosen)) {
            session.edit(change, plan -> plan.withHardware(Hardware.of(chosen)));
        } else {
            owner(session, plan -> plan.hardware().gpu().equals(chosen)).ifPresent(owner -> session.edit(change,
                    plan -> plan.withHardware(new Hardware(chosen, owner.hardware().gpuJson(), Hardware.Given.NONE))));
        }
    }

    private static Optional<Plan> owner(PlanSession session, Predicate<Plan> hasIt) {
        return session.reviewProperty().get().plans().stream().filter(hasIt).findFirst();
    }
}
