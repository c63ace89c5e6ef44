package io.headroom.explore.simulate;

import io.headroom.estimate.timing.PromptChunks;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Prompts of admitted requests, read first come, first served; a pass takes pieces until it is full.
 */
final class Prompts {

    private final int ranks;
    private final ArrayDeque<Request> unread = new ArrayDeque<>();
    private final ArrayDeque<Request> read = new ArrayDeque<>();
    /** Those whose first piece is in the pass being put together, in order. */
    private final ArrayDeque<Request> begun = new ArrayDeque<>();

    Prompts(int ranks) {
        this.ranks = ranks;
    }

    int count() {
        return unread.size();
    }

    boolean isEmpty() {
        return unread.isEmpty();
    }

    /** The prompt that waits longest. */
    Request first() {
        return unread.peekFirst();
    }

    void add(Request request) {
        unread.add(request);
    }

    /** Puts a pass together, of {@code tokensOfRank} tokens at most on each rank. A prompt stays on one rank. */
    PromptChunks take(int tokensOfRank) {
        if (tokensOfRank == 0 || unread.isEmpty()) {
            return PromptChunks.NONE;
        }
        long free = (long) tokensOfRank * ranks;
        int pieces = 0;
        long tokens = 0;
        double attended = 0;
        Iterator<Request> all = unread.iterator();
        while (free > 0 && all.hasNext()) {
            Request request = all.next();
            int q = (int) Math.min(free, Math.min(request.unreadTokens(), tokensOfRank));
            if (request.readTokens == 0) {
                begun.add(request);
            }
            request.readTokens += q;
            attended += PromptChunks.attended(q, request.readTokens);
            tokens += q;
            free -= q;
            pieces++;
            if (request.unreadTokens() == 0) {
                all.remove();
                read.add(request);
            }
        }
        return new PromptChunks(pieces, tokens, attended, read.size());
    }

    /** The pass put together last has run: its tokens stay in the pipe for {@code fillSeconds}. */
    void finish(double fillSeconds, Consumer<Request> ended) {
        for (Request request = begun.poll(); request != null; request = begun.poll()) {
            // the pipe fills once a prompt, with its first piece, as in the estimate of a lone prompt
            request.fillSeconds = fillSeconds;
        }
        for (Request request = read.poll(); request != null; request = read.poll()) {
            ended.accept(request);
        }
    }
}
