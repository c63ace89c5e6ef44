package io.headroom.session;

import io.headroom.estimate.Metric;
import io.headroom.explore.simulate.Distribution;
import io.headroom.explore.simulate.Simulation;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.explore.simulate.SimulationOutcome;
import io.headroom.plan.Plan;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Plays the plan on screen through after each change, in the background, where somebody wants to know: the plan limits a
 * percentile, or percentiles are on the screen. The latest plan wins; one that is being played is stopped at its next
 * step. State changes on its owner's thread only.
 */
public final class LoadSession {

    private final PlanSession plans;
    private final Executor settled;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<UnderLoad> load = new ReadOnlyObjectWrapper<>(this, "load", UnderLoad.NONE);
    private boolean isWatched;
    private Plan asked;

    /**
     * @param plans the review
     * @param settled runs what takes long, a moment after it was asked for
     * @param owner the thread that owns the state
     */
    public LoadSession(PlanSession plans, Executor settled, Executor owner) {
        this.plans = plans;
        this.settled = settled;
        this.turns = new Turns(owner);
        // the last of all properties to change, so that what is played is what is judged
        plans.judgementProperty().subscribe((before, now) -> ask());
        ask();
    }

    /** Whether percentiles are on the screen, whatever the plan limits. */
    public void watch(boolean isWanted) {
        isWatched = isWanted;
        ask();
    }

    /** What requests see under load. */
    public ReadOnlyObjectProperty<UnderLoad> loadProperty() {
        return load.getReadOnlyProperty();
    }

    /** Whether {@code plan} limits a percentile. */
    static boolean isLimited(Plan plan) {
        return plan.requirements().stream().anyMatch(r -> Metric.byId(r.metric()).filter(Metric::isSimulated).isPresent());
    }

    private void ask() {
        Plan plan = plans.planProperty().get();
        if (!isWatched && !isLimited(plan)) {
            if (asked != null) {
                turns.end();
                asked = null;
                load.set(UnderLoad.NONE);
            }
            return;
        }
        if (plan.equals(asked)) {
            // the same plan opened again is judged without them first
            load.get().last().filter(played -> !load.get().isAwaited()).ifPresent(this::tell);
            return;
        }
        boolean isSame = asked != null && asked.name().equals(plan.name());
        asked = plan;
        Turn turn = turns.next();
        load.set(new UnderLoad(isSame ? load.get().last() : Optional.empty(), true));
        settled.execute(() -> play(plan, turn));
    }

    private void play(Plan plan, Turn turn) {
        if (!turn.isWanted()) {
            return;
        }
        SimulationInput input = SimulationInput.of(plan);
        SimulationOutcome outcome = Simulation.run(plan, input, () -> !turn.isWanted());
        turn.tell(() -> {
            UnderLoad.Played played = new UnderLoad.Played(plan, input, outcome);
            load.set(new UnderLoad(Optional.of(played), false));
            tell(played);
        });
    }

    private void tell(UnderLoad.Played played) {
        plans.take(played.plan(), played.outcome() instanceof Distribution d ? d.percentiles() : Map.of());
    }
}
