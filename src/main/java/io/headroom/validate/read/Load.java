package io.headroom.validate.read;

import io.headroom.plan.Plan;

/** How requests reached the system while it was measured. */
public sealed interface Load {

    /**
     * So many requests at all times, each replaced when it ends.
     *
     * @param requests of the whole system
     * @param generations requests that follow each other in the run of a benchmark, all of the first start at once; 0 = no
     *        start or end matters
     * @param hasEqualLengths whether every request has the same prompt and output length
     * @param server how often it looks for requests and sends text
     */
    record Closed(int requests, int generations, boolean hasEqualLengths, Server server) implements Load {

        /** So many requests for ever, of lengths that differ, as a plan means it. */
        public static Closed steady(int requests) {
            return new Closed(requests, 0, false, Server.PROMPT);
        }
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

    /**
     * What a server does only every so many steps.
     *
     * @param stepsPerLook decoding steps from one look for requests to the next, SGLang's {@code --scheduler-recv-interval}
     * @param tokensPerText tokens in one message to the client, {@code --stream-interval}
     */
    record Server(int stepsPerLook, int tokensPerText) {

        /** Looks after every step and sends every token. */
        public static final Server PROMPT = new Server(1, 1);

        public Server {
            if (stepsPerLook < 1 || tokensPerText < 1) {
                throw new IllegalArgumentException("one step and one token at least");
            }
        }
    }
}
