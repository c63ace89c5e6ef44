package io.headroom.validate.read;

import java.util.Map;

/**
 * How many requests an offline run had in all, where its source says so for its lengths and not in each row.
 *
 * <p>Source: table "Number of Requests" of TensorRT-LLM's perf-overview.md, the same at 258c754 (v0.17), 00f3768 (v1.0) and 03e27c7
 * (about v1.2) as far as each has the lengths; rows of 1000/1000 in the last stand without a number and take that of 1024/1024.
 */
final class OfflineRuns {

    /** "In many cases, we also use a higher KV cache percentage by setting --kv_cache_free_gpu_mem_fraction 0.95", the same file. */
    static final double USABLE_MEMORY = 0.95;

    private static final String FILE = "perf-overview.md";

    private static final Map<String, Integer> BY_LENGTHS = Map.ofEntries(Map.entry("128/128", 30_000),
            Map.entry("128/2048", 3000), Map.entry("128/4096", 1500), Map.entry("500/2000", 3000),
            Map.entry("1000/1000", 3000), Map.entry("1000/2000", 1500), Map.entry("1024/1024", 3000),
            Map.entry("1024/8192", 1500), Map.entry("1024/32768", 1000), Map.entry("2048/128", 3000),
            Map.entry("2048/2048", 1500), Map.entry("5000/500", 1500), Map.entry("8192/1024", 1500),
            Map.entry("20000/2000", 1000), Map.entry("32768/1024", 1000));

    private OfflineRuns() {
    }

    /** Requests of the run of {@code m}, 0 where nobody says. */
    static int requests(Measurement m) {
        return m.sourceFile().endsWith(FILE) ? BY_LENGTHS.getOrDefault(m.inputTokens() + "/" + m.outputTokens(), 0) : 0;
    }
}
