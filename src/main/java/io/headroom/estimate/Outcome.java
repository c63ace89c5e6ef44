package io.headroom.estimate;

import java.util.List;

/** What the estimator answers: numbers, or why there are none. */
public sealed interface Outcome permits Estimate, Outcome.Refused {

    /**
     * There are no numbers.
     *
     * @param reasons why, each a sentence with its arithmetic
     */
    record Refused(List<String> reasons) implements Outcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
