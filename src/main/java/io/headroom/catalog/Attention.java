package io.headroom.catalog;

/** How a softmax-attention layer makes and keeps its keys and values. */
public sealed interface Attention {

    /** Query heads of a layer. */
    int heads();

    /**
     * Multi-head, grouped-query or multi-query attention: {@code kvHeads} pairs of K and V are cached for every token.
     * The head dimension is explicit because it is not hidden / heads for Qwen3, gpt-oss and Mistral-Nemo.
     *
     * @param heads query heads
     * @param kvHeads key-value heads, a divisor of heads
     * @param headDim elements of one head
     * @param outputGate whether the query projection also makes a gate of its own size (Qwen3-Next, Qwen3.5)
     */
    record GroupedQuery(int heads, int kvHeads, int headDim, boolean outputGate) implements Attention {
    }

    /**
     * Multi-head latent attention: one compressed vector of {@code kvRank + ropeDim} elements is cached for a token,
     * whatever the number of heads. Source: DeepSeek-V2, arXiv 2405.04434, section 2.1.
     *
     * @param heads query heads
     * @param qRank rank of the query compression, 0 where queries are projected directly
     * @param kvRank rank of the key-value compression
     * @param nopeDim elements of a query or key head without position
     * @param ropeDim elements of a query or key head with rotary position
     * @param valueDim elements of a value head
     */
    record Latent(int heads, int qRank, int kvRank, int nopeDim, int ropeDim, int valueDim) implements Attention {
    }
}
