package io.headroom.estimate.timing;

/**
 * Pieces of prompts that a replica reads in one step, added up.
 *
 * @param prompts how many prompts they belong to
 * @param tokens prompt tokens of all of them
 * @param attended tokens seen, summed over the tokens read: {@code q*(x - (q-1)/2)} of a piece of q tokens that ends at x
 * @param ending prompts that end here
 */
public record PromptChunks(int prompts, long tokens, double attended, int ending) {

    /** Nothing. */
    public static final PromptChunks NONE = new PromptChunks(0, 0, 0, 0);

    /** {@code prompts} equal pieces of {@code tokens} tokens that end at {@code context}, and their prompts if told. */
    public static PromptChunks equal(int prompts, int tokens, int context, boolean isEnd) {
        return new PromptChunks(prompts, (long) prompts * tokens, prompts * attended(tokens, context),
                isEnd ? prompts : 0);
    }

    /** What the tokens of one piece see. */
    public static double attended(int tokens, int context) {
        return tokens * (context - (tokens - 1) / 2.0);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return prompts == 0;
    }
}
