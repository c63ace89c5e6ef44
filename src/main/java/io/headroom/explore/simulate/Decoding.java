package io.headroom.explore.simulate;

/**
 * The sequences that decode, without looking at any of them in a step: each step adds a token to all, so a sequence of O
 * tokens ends O - 1 steps after it joins, and waits in the list of that step.
 */
final class Decoding {

    /** Lists of requests by the step with which they end, modulo its length. */
    private final Request[] ending;
    private long steps;
    private int count;
    private long contextTokens;

    Decoding(int mostOutputTokens) {
        this.ending = new Request[mostOutputTokens];
    }

    int count() {
        return count;
    }

    /** Tokens at which a sequence ends in the next step, on average: its prompt and what it has generated. */
    double meanContext() {
        return (double) contextTokens / count;
    }

    /** Adds a request that has its first token and wants more. */
    void add(Request request) {
        int slot = slot(steps + request.outputTokens - 1);
        request.next = ending[slot];
        ending[slot] = request;
        count++;
        contextTokens += request.promptTokens + 1;
    }

    /** Adds a token to every sequence; answers those that end, linked by {@link Request#next}. */
    Request step() {
        steps++;
        contextTokens += count;
        int slot = slot(steps);
        Request ended = ending[slot];
        ending[slot] = null;
        for (Request r = ended; r != null; r = r.next) {
            count--;
            contextTokens -= (long) r.promptTokens + r.outputTokens;
        }
        return ended;
    }

    private int slot(long step) {
        return (int) (step % ending.length);
    }
}
