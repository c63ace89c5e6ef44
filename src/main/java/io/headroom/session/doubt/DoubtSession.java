package io.headroom.session.doubt;

import io.headroom.explore.search.Workers;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.plan.Plan;
import io.headroom.session.Doubt;
import io.headroom.session.PlanSession;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Samples the plan on screen after each change where it has ranges, in the background. The latest plan wins; what is being
 * sampled for another is given up. State changes on its owner's thread only.
 */
public final class DoubtSession {

    private final PlanSession plans;
    private final Executor settled;
    private final Executor owner;
    private final ReadOnlyObjectWrapper<Doubt> doubt = new ReadOnlyObjectWrapper<>(this, "doubt", Doubt.NONE);
    private Plan asked;
    private AtomicBoolean goesOn = new AtomicBoolean();

    /**
     * @param plans the review
     * @param settled runs what takes long, a moment after it was asked for
     * @param owner the thread that owns the state
     */
    public DoubtSession(PlanSession plans, Executor settled, Executor owner) {
        this.plans = plans;
        this.settled = settled;
        this.owner = owner;
        plans.planProperty().subscribe((before, now) -> ask());
        ask();
    }

    /** What the ranges come to. */
    public ReadOnlyObjectProperty<Doubt> doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    private void ask() {
        Plan plan = plans.planProperty().get();
        if (plan.ranges().isEmpty()) {
            goesOn.set(false);
            asked = null;
            doubt.set(Doubt.NONE);
            return;
        }
        if (plan.equals(asked)) {
            return;
        }
        boolean isSame = asked != null && asked.name().equals(plan.name());
        asked = plan;
        goesOn.set(false);
        AtomicBoolean flag = new AtomicBoolean(true);
        goesOn = flag;
        doubt.set(new Doubt(isSame ? doubt.get().last() : Optional.empty(), true));
        settled.execute(() -> sample(plan, flag));
    }

    private void sample(Plan plan, AtomicBoolean flag) {
        if (!flag.get()) {
            return;
        }
        Optional<Uncertainty> found = Uncertainty.of(plan, Uncertainty.SEED, Uncertainty.SAMPLES, Workers.ALONE,
                () -> !flag.get());
        owner.execute(() -> {
            if (flag.get()) {
                doubt.set(new Doubt(found, false));
            }
        });
    }
}
