package io.headroom.estimate.memory;

import java.util.function.LongSupplier;

/**
 * Memory per GPU.
 *
 * @param stages every stage
 * @param worstStage the stage with the largest total, on a tie the first
 * @param capacityBytes HBM of a GPU
 * @param usableBytes the part of it that may be filled
 * @param largestSequences most sequences of an attention rank that fit, 0 if none
 * @param kvCapacityTokens tokens that fit in the KV cache of one attention rank on the tightest stage
 * @param largestBatch largest number of concurrent requests that fits, 0 if none
 * @param contextLimit works out {@link #longestContext()}, which most estimates of a search are never asked for
 */
public record MemoryEstimate(StageMemory[] stages, int worstStage, double capacityBytes, double usableBytes,
        long largestSequences, double kvCapacityTokens, long largestBatch, LongSupplier contextLimit) {

    /** The same on {@code ranks} attention ranks. */
    public MemoryEstimate onRanks(long ranks) {
        return new MemoryEstimate(stages, worstStage, capacityBytes, usableBytes, largestSequences, kvCapacityTokens,
                MemoryLimits.largestBatch(largestSequences, ranks), contextLimit);
    }

    /** Largest input + output of every request that fits, 0 if none. */
    public long longestContext() {
        return contextLimit.getAsLong();
    }

    /** Tokens of cache that a sequence of {@code tokens} holds: whole blocks. */
    public static long inBlocks(long tokens) {
        return (long) KvCache.blocks(tokens);
    }

    /** The GPU that is fullest. */
    public StageMemory worst() {
        return stages[worstStage];
    }

    /** Whether every stage fits. */
    public boolean fits() {
        return worst().total() <= usableBytes;
    }
}
