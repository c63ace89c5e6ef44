package io.headroom.session.doubt;

import io.headroom.explore.search.Workers;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.plan.Plan;
import io.headroom.session.Doubt;
import io.headroom.session.PlanSession;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Samples the plan on screen after each change where it has ranges, in the background. The latest plan wins; what is being
 * sampled for another is given up. State changes on its owner's thread only.
 */
public final class DoubtSession {

    private final PlanSession plans;
    private final Executor settled;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<Doubt> doubt = new ReadOnlyObjectWrapper<>(this, "doubt", Doubt.NONE);
    private Plan asked;

    /**
     * @param plans the review
     * @param settled runs what takes long, a moment after it was asked for
     * @param owner the thread that owns the state
     */
    public DoubtSession(PlanSession plans, Executor settled, Executor owner) {
        this.plans = plans;
        this.settled = settled;
        this.turns = new Turns(owner);
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
            turns.end();
            asked = null;
            doubt.set(Doubt.NONE);
            return;
        }
        if (plan.equals(asked)) {
            return;
        }
        boolean isSame = asked != null && asked.name().equals(plan.name());
        asked = plan;
        Turn turn = turns.next();
        doubt.set(new Doubt(isSame ? doubt.get().last() : Optional.empty(), true));
        settled.execute(() -> sample(plan, turn));
    }

    private void sample(Plan plan, Turn turn) {
        if (!turn.isWanted()) {
            return;
        }
        Optional<Uncertainty> found = Uncertainty.of(plan, Uncertainty.SEED, Uncertainty.SAMPLES, Workers.ALONE,
                () -> !turn.isWanted());
        turn.tell(() -> doubt.set(new Doubt(found, false)));
    }
}
