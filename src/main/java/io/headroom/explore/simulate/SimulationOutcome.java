package io.headroom.explore.simulate;

import java.util.List;

/** What a simulation answers: what requests saw, or why nothing can be said. */
public sealed interface SimulationOutcome permits Distribution, SimulationOutcome.Refused, SimulationOutcome.Cancelled {

    /**
     * There is nothing to play through.
     *
     * @param reasons why, each a sentence with its arithmetic
     */
    record Refused(List<String> reasons) implements SimulationOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** It was told to stop. */
    record Cancelled() implements SimulationOutcome {
    }
}
