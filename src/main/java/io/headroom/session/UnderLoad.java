package io.headroom.session;

import io.headroom.explore.simulate.SimulationInput;
import io.headroom.explore.simulate.SimulationOutcome;
import io.headroom.plan.Plan;
import java.util.Optional;

/**
 * What requests of the plan on screen see under load, by simulation.
 *
 * @param last what was played last of this plan, empty where nothing was
 * @param isAwaited whether another is on its way, so that the last is old
 */
public record UnderLoad(Optional<Played> last, boolean isAwaited) {

    /** Nothing was asked for. */
    public static final UnderLoad NONE = new UnderLoad(Optional.empty(), false);

    /**
     * A plan played through.
     *
     * @param plan the plan
     * @param input how requests come and passes are shared
     * @param outcome what the requests saw, or why nothing can be said
     */
    public record Played(Plan plan, SimulationInput input, SimulationOutcome outcome) {
    }

    /** Whether numbers are on the screen that are not those of the plan there. */
    public boolean isOld() {
        return isAwaited && last.isPresent();
    }

    /** Why there are no numbers; empty where there are, or where they are on their way. */
    public String refusal() {
        return last.filter(p -> !isAwaited).map(Played::outcome).map(o -> o instanceof SimulationOutcome.Refused r
                ? String.join(" ", r.reasons()) : "").orElse("");
    }
}
