package io.headroom.planfile;

import io.headroom.json.Fields;
import io.headroom.json.JsonObject;

/**
 * Every whole number of a plan file, with its section, key, range and default.
 *
 * <p>The upper ends are far beyond any deployment and low enough that no product of a few of them leaves a double's
 * exact range.
 */
enum WholeField {
    CONCURRENT_REQUESTS("workload", "concurrentRequests", 1, 10_000_000, 1),
    INPUT_TOKENS("workload", "inputTokens", 1, 10_000_000, 2048),
    OUTPUT_TOKENS("workload", "outputTokens", 1, 10_000_000, 256),
    /** Each end of the range. */
    INPUT_TOKENS_RANGE("workload", "inputTokensRange", 1, 10_000_000, 0),
    MAX_BATCHED_TOKENS("workload", "maxBatchedTokens", 1, 10_000_000, 8192),
    MAX_CONCURRENT_SEQUENCES("workload", "maxConcurrentSequences", 1, 10_000_000, 0),
    TENSOR("parallelism", "tensor", 1, 65_536, 1),
    PIPELINE("parallelism", "pipeline", 1, 65_536, 1),
    DATA("parallelism", "data", 1, 65_536, 1),
    EXPERT("parallelism", "expert", 1, 65_536, 1),
    CONTEXT("parallelism", "context", 1, 65_536, 1),
    /** Each stage. */
    LAYERS_PER_STAGE("parallelism", "layersPerStage", 1, 65_536, 0),
    GPUS_PER_NODE("hardware", "gpusPerNode", 1, 65_536, 0);

    private final String section;
    private final String key;
    private final int min;
    private final int max;
    private final int absent;

    WholeField(String section, String key, int min, int max, int absent) {
        this.section = section;
        this.key = key;
        this.min = min;
        this.max = max;
        this.absent = absent;
    }

    String section() {
        return section;
    }

    String key() {
        return key;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    int absent() {
        return absent;
    }

    int read(Fields fields) {
        return fields.whole(key, min, max, absent);
    }

    void write(int value, JsonObject.Builder out) {
        if (value != absent) {
            out.put(key, value);
        }
    }
}
