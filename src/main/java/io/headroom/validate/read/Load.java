package io.headroom.validate.read;

import io.headroom.plan.Plan;

/** How requests reached the system while it was measured. */
public sealed interface Load {

    /**
     * So many requests at all times, each replaced when it ends.
     *
     * @param requests of the whole system
     * @param hasEqualLengths whether every request has the same prompt and output length
     */
    record Closed(int requests, boolean hasEqualLengths) implements Load {
    }

    /**
     * So many requests at once, prefilled together and decoded until all have ended; none joins.
     *
     * @param requests of the whole system
     */
    record Static(int requests) implements Load {
    }

    /**
     * Requests arrive by themselves.
     *
     * @param perSecond requests a second of the whole system
     * @param uncachedTokens tokens of a prompt that are not in the prefix cache, 0 = all
     * @param most requests that the engine runs at once, 0 = not stated
     */
    record Open(double perSecond, int uncachedTokens, int most) implements Load {

        /** {@code plan} with as much of a prompt as is read. */
        public Plan reading(Plan plan) {
            return uncachedTokens == 0 ? plan : plan.withWorkload(plan.workload().withInputTokens(uncachedTokens));
        }
    }

    /**
     * All requests wait from the start and the engine runs as many as it can.
     *
     * @param most requests at once that the engine or the number of prompts allows on a whole system, 0 = not stated
     * @param requests of the whole run, 0 = not stated
     */
    record Offline(int most, int requests) implements Load {
    }

    /** No load matters: memory. */
    record None() implements Load {
    }
}
