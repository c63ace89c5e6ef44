package io.headroom.plan;

/**
 * What the deployment is asked to serve.
 *
 * @param concurrentRequests requests B in the whole system at once, at least 1
 * @param inputTokens prompt tokens S of a request, at least 1
 * @param outputTokens generated tokens O of a request, at least 1
 * @param inputRange shortest and longest prompt, or null
 * @param arrivalRatePerSecond requests a second, NaN where none is given
 * @param maxBatchedTokens chunk C: tokens of one pass at most
 * @param maxConcurrentSequences sequences that a replica's scheduler admits, 0 where no limit is given
 */
public record Workload(int concurrentRequests, int inputTokens, int outputTokens, TokenRange inputRange,
        double arrivalRatePerSecond, int maxBatchedTokens, int maxConcurrentSequences) {

    /** Tokens of a pass unless said: the usual limit of engines. */
    public static final int DEFAULT_MAX_BATCHED_TOKENS = 8192;

    /** One request of 2,048 tokens in and 256 out. */
    public static final Workload DEFAULT =
            new Workload(1, 2048, 256, null, Double.NaN, DEFAULT_MAX_BATCHED_TOKENS, 0);

    /** Shortest and longest prompt, inclusive. */
    public record TokenRange(int min, int max) {
    }

    /** With another number of concurrent requests. */
    public Workload withConcurrentRequests(int value) {
        return new Workload(value, inputTokens, outputTokens, inputRange, arrivalRatePerSecond, maxBatchedTokens,
                maxConcurrentSequences);
    }

    /** With another prompt length. */
    public Workload withInputTokens(int value) {
        return new Workload(concurrentRequests, value, outputTokens, inputRange, arrivalRatePerSecond,
                maxBatchedTokens, maxConcurrentSequences);
    }

    /** With another output length. */
    public Workload withOutputTokens(int value) {
        return new Workload(concurrentRequests, inputTokens, value, inputRange, arrivalRatePerSecond,
                maxBatchedTokens, maxConcurrentSequences);
    }

    /** With another limit of the scheduler, 0 for none. */
    public Workload withMaxConcurrentSequences(int value) {
        return new Workload(concurrentRequests, inputTokens, outputTokens, inputRange, arrivalRatePerSecond,
                maxBatchedTokens, value);
    }

    /** Passes in which one prompt is read, one after the other: ceil(input tokens / tokens of a pass). */
    public int promptPasses() {
        return Math.ceilDiv(inputTokens, maxBatchedTokens);
    }

    /** With another chunk. */
    public Workload withMaxBatchedTokens(int value) {
        return new Workload(concurrentRequests, inputTokens, outputTokens, inputRange, arrivalRatePerSecond, value,
                maxConcurrentSequences);
    }
}
