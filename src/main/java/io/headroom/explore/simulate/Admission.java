package io.headroom.explore.simulate;

import io.headroom.estimate.memory.MemoryEstimate;
import java.util.ArrayDeque;

/**
 * Requests that wait for a place in a replica, first come, first served.
 *
 * <p>A request is admitted when the KV cache has room for all of its tokens, prompt and output, in whole blocks, and fewer
 * than the allowed sequences run: nothing is ever evicted. Source: the no-evict policy of TensorRT-LLM; engines that admit
 * on the prompt alone admit more, and read some prompts twice.
 */
final class Admission {

    private final long roomTokens;
    private final int mostSequences;
    private final ArrayDeque<Request> waiting = new ArrayDeque<>();
    private long promisedTokens;
    private int running;

    Admission(long roomTokens, int mostSequences) {
        this.roomTokens = roomTokens;
        this.mostSequences = mostSequences;
    }

    int waiting() {
        return waiting.size();
    }

    void add(Request request) {
        waiting.add(request);
    }

    /** Moves those for which there is room at {@code now} to {@code prompts}. */
    void admit(Prompts prompts, double now) {
        while (!waiting.isEmpty() && running < mostSequences && promisedTokens + tokens(waiting.peek()) <= roomTokens) {
            Request request = waiting.poll();
            promisedTokens += tokens(request);
            running++;
            request.admittedSeconds = now;
            prompts.add(request);
        }
    }

    /** A request has ended and gives its room back. */
    void release(Request request) {
        promisedTokens -= tokens(request);
        running--;
    }

    /** Share of the cache that is promised. */
    double promised() {
        return (double) promisedTokens / roomTokens;
    }

    private static long tokens(Request request) {
        return MemoryEstimate.inBlocks((long) request.promptTokens + request.outputTokens);
    }
}
