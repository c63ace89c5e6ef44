package io.headroom.catalog.engine;

import java.util.List;

/**
 * An engine as it was before a version that made another of it.
 *
 * @param id its name in profiles
 * @param engine name of the engine
 * @param first the version that is another
 * @param firstDate when that came: it decides where no version is stated
 */
public record Generation(String id, String engine, EngineVersion first, String firstDate) {

    /** Earlier ones first. */
    private static final List<Generation> ALL = List.of(
            // 0.8 made the second scheduler the default
            new Generation("vllm-v0", "vllm", new EngineVersion(0, 8), "2025"),
            // 0.14 schedules a step while the one before it runs: vllm-project/vllm, pull 27614
            new Generation("vllm-v1", "vllm", new EngineVersion(0, 14), "2026-01-17"),
            // 1.0 made PyTorch the default in place of compiled engines
            new Generation("trtllm-v0", "trtllm", new EngineVersion(1, 0), "2025"));

    /**
     * The name in profiles of the generation that ran.
     *
     * @param engine name of the engine, in lower case, or null
     * @param version version of the engine, or empty
     * @param date when it was measured, or empty
     */
    public static String of(String engine, String version, String date) {
        EngineVersion stated = EngineVersion.of(version);
        return ALL.stream().filter(g -> g.engine.equals(engine) && g.covers(stated, date)).findFirst()
                .map(Generation::id).orElse(engine);
    }

    private boolean covers(EngineVersion stated, String date) {
        return stated != null ? stated.isBefore(first) : !date.isEmpty() && date.compareTo(firstDate) < 0;
    }
}
