package io.headroom.validate.read;

import io.headroom.catalog.band.Bands;
import java.util.Locale;

/** What a row measures, told from its metric and unit; tables are made per quantity, never over all. */
public enum Quantity {
    TTFT("TTFT", Phase.PREFILL),
    TPOT("TPOT", Phase.DECODE),
    E2E("E2E", Phase.REQUEST),
    REQUESTS("requests/s", Phase.SERVING),
    OUTPUT_TOKENS_TOTAL("output tokens/s", Phase.SERVING),
    OUTPUT_TOKENS_PER_GPU("output tokens/s per GPU", Phase.SERVING),
    INPUT_TOKENS_TOTAL("input tokens/s", Phase.SERVING),
    INPUT_TOKENS_PER_GPU("input tokens/s per GPU", Phase.SERVING),
    ALL_TOKENS_TOTAL("input and output tokens/s", Phase.SERVING),
    ALL_TOKENS_PER_GPU("input and output tokens/s per GPU", Phase.SERVING),
    WEIGHTS_MEMORY("weights memory", Phase.MEMORY),
    KV_MEMORY("KV cache memory", Phase.MEMORY),
    PEAK_MEMORY("peak memory", Phase.MEMORY),
    KV_TOKENS("KV tokens", Phase.MEMORY),
    KERNEL("kernel time", Phase.KERNEL),
    COLLECTIVE("collective", Phase.KERNEL),
    UNKNOWN("unknown", Phase.UNKNOWN);

    /** The part of serving that a quantity belongs to. */
    public enum Phase { PREFILL, DECODE, REQUEST, SERVING, MEMORY, KERNEL, UNKNOWN }

    private final String label;
    private final Phase phase;

    Quantity(String label, Phase phase) {
        this.label = label;
        this.phase = phase;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The part of serving that it belongs to. */
    public Phase phase() {
        return phase;
    }

    /** What its bands are earned under, see {@link Bands}; empty where it earns none. */
    public String bandQuantity() {
        return switch (phase) {
            case PREFILL -> Bands.TTFT;
            case DECODE -> Bands.TPOT;
            case REQUEST -> Bands.E2E;
            case SERVING -> Bands.THROUGHPUT;
            case MEMORY, KERNEL, UNKNOWN -> "";
        };
    }

    /** Whether it is a number of bytes or tokens that depends on no time. */
    public boolean isMemory() {
        return phase == Phase.MEMORY;
    }

    /** What {@code m} measures. */
    static Quantity of(Measurement m) {
        String metric = m.metric().toLowerCase(Locale.ROOT);
        if (metric.startsWith("kernel")) {
            return KERNEL;
        }
        if (metric.startsWith("collective")) {
            return COLLECTIVE;
        }
        if (metric.startsWith("ttft")) {
            return TTFT;
        }
        if (metric.startsWith("tpot") || metric.startsWith("itl") || metric.startsWith("inter_token")) {
            return TPOT;
        }
        if (metric.startsWith("e2e") || metric.startsWith("latency") || metric.startsWith("request_latency")) {
            return E2E;
        }
        return metric.contains("tok_s") || metric.contains("tokens_per_s") || metric.startsWith("req")
                ? throughput(metric) : memory(metric, m);
    }

    private static Quantity throughput(String metric) {
        boolean isPerGpu = metric.contains("per_gpu");
        if (metric.startsWith("req")) {
            return REQUESTS;
        }
        if (metric.contains("per_user") || metric.contains("per_request")) {
            return UNKNOWN;
        }
        if (metric.startsWith("output") || metric.startsWith("tok")) {
            return isPerGpu ? OUTPUT_TOKENS_PER_GPU : OUTPUT_TOKENS_TOTAL;
        }
        if (metric.startsWith("input") || metric.startsWith("prefill")) {
            return isPerGpu ? INPUT_TOKENS_PER_GPU : INPUT_TOKENS_TOTAL;
        }
        return metric.startsWith("total") ? isPerGpu ? ALL_TOKENS_PER_GPU : ALL_TOKENS_TOTAL : UNKNOWN;
    }

    private static Quantity memory(String metric, Measurement m) {
        if (metric.contains("kv") && metric.contains("token")) {
            return KV_TOKENS;
        }
        if (!metric.contains("memory") && !metric.contains("weights") && !metric.contains("kv_cache")) {
            return UNKNOWN;
        }
        String what = (metric + " " + m.unit()).toLowerCase(Locale.ROOT);
        if (what.contains("nvidia-smi") || what.contains("used")) {
            return UNKNOWN;
        }
        if (what.contains("kv")) {
            return KV_MEMORY;
        }
        String notes = m.notes().toLowerCase(Locale.ROOT);
        return !what.contains("weights") && (notes.contains("peak when") || notes.contains("peak memory"))
                ? PEAK_MEMORY : WEIGHTS_MEMORY;
    }
}
