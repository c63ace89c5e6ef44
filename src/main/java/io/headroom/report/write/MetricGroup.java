package io.headroom.report.write;

import io.headroom.estimate.Metric;
import java.util.Arrays;
import java.util.List;

/** The headings under which metrics are printed. */
public enum MetricGroup {
    LAYOUT("Layout"),
    MEMORY("Memory of the fullest GPU"),
    LATENCY("Latency"),
    THROUGHPUT("Throughput at steady load"),
    WORK("Work and efficiency"),
    BOUNDS("Bounds of physics"),
    COST("Cost and energy");

    private final String title;

    MetricGroup(String title) {
        this.title = title;
    }

    /** Its words. */
    public String title() {
        return title;
    }

    /** Its metrics, in their order. */
    public List<Metric> metrics() {
        return Arrays.stream(Metric.values()).filter(metric -> of(metric) == this).toList();
    }

    private static MetricGroup of(Metric metric) {
        String id = metric.id();
        int dot = id.indexOf('.');
        return switch (dot < 0 ? id : id.substring(0, dot)) {
            case "memory", "kv", "batch", "context" -> MEMORY;
            case "ttft", "tpot", "e2e" -> LATENCY;
            case "throughput" -> THROUGHPUT;
            case "decode" -> metric == Metric.DECODE_STEP ? LATENCY : WORK;
            case "prefill", "mfu", "mbu", "share", "imbalance" -> WORK;
            case "bound" -> BOUNDS;
            case "cost", "power", "energy" -> COST;
            default -> LAYOUT;
        };
    }
}
