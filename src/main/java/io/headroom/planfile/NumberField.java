package io.headroom.planfile;

import io.headroom.json.Fields;
import io.headroom.json.JsonObject;

/**
 * Every number of a plan file with its section, key, range and default (NaN = none); those of {@code assumptions} are
 * {@link io.headroom.catalog.Knob}.
 *
 * <p>The upper ends of whole ones are far beyond any deployment and low enough that no product of a few of them leaves a
 * double's exact range.
 */
enum NumberField {
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
    GPUS_PER_NODE("hardware", "gpusPerNode", 1, 65_536, 0),
    ARRIVAL_RATE("workload", "arrivalRatePerSecond", 1e-9, 1e9, Double.NaN),
    INTRA_NODE_BANDWIDTH("hardware", "intraNodeBytesPerSecond", 1e6, 1e16, Double.NaN),
    INTER_NODE_BANDWIDTH("hardware", "interNodeBytesPerSecond", 1e6, 1e16, Double.NaN),
    INTRA_NODE_LATENCY("hardware", "intraNodeLatencySeconds", 0, 1, Double.NaN),
    INTER_NODE_LATENCY("hardware", "interNodeLatencySeconds", 0, 1, Double.NaN),
    PRICE("hardware", "pricePerGpuHour", 0, 1e6, Double.NaN),
    TOKENS_PER_DAY("demand", "tokensPerDay", 0, 1e18, Double.NaN),
    UTILIZATION("demand", "utilization", 0.001, 1, 1),
    LIMIT("requirements", "atMost", -1e30, 1e30, Double.NaN),
    FLOOR("requirements", "atLeast", -1e30, 1e30, Double.NaN),
    MARGIN("requirements", "margin", 0.0, 1.0, 0.0),
    FIGURE("figures", "value", -1e30, 1e30, Double.NaN);

    private final String section;
    private final String key;
    private final double min;
    private final double max;
    private final double absent;
    private final boolean isWhole;

    NumberField(String section, String key, int min, int max, int absent) {
        this(section, key, min, max, absent, true);
    }

    NumberField(String section, String key, double min, double max, double absent) {
        this(section, key, min, max, absent, false);
    }

    NumberField(String section, String key, double min, double max, double absent, boolean isWhole) {
        this.section = section;
        this.key = key;
        this.min = min;
        this.max = max;
        this.absent = absent;
        this.isWhole = isWhole;
    }

    String section() {
        return section;
    }

    String key() {
        return key;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double absent() {
        return absent;
    }

    boolean isWhole() {
        return isWhole;
    }

    int leastWhole() {
        return (int) min;
    }

    int mostWhole() {
        return (int) max;
    }

    int readWhole(Fields fields) {
        return fields.whole(key, leastWhole(), mostWhole(), (int) absent);
    }

    double read(Fields fields) {
        return fields.number(key, min, max, absent);
    }

    void write(double value, JsonObject.Builder out) {
        if (value == absent || Double.isNaN(value)) {
            return;
        }
        if (isWhole) {
            out.put(key, (int) value);
        } else {
            out.put(key, value);
        }
    }
}
