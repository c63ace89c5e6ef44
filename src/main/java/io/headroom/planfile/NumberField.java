package io.headroom.planfile;

import io.headroom.json.Fields;
import io.headroom.json.JsonObject;

/**
 * Every number of a plan file that need not be whole, with its section, key, range and default (NaN = none); those of
 * {@code assumptions} are {@link io.headroom.catalog.Knob}.
 */
enum NumberField {
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
    MARGIN("requirements", "margin", 0, 1, 0),
    FIGURE("figures", "value", -1e30, 1e30, Double.NaN);

    private final String section;
    private final String key;
    private final double min;
    private final double max;
    private final double absent;

    NumberField(String section, String key, double min, double max, double absent) {
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

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double absent() {
        return absent;
    }

    double read(Fields fields) {
        return fields.number(key, min, max, absent);
    }

    void write(double value, JsonObject.Builder out) {
        if (Double.compare(value, absent) != 0 && !Double.isNaN(value)) {
            out.put(key, value);
        }
    }
}
