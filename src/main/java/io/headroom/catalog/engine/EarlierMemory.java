package io.headroom.catalog.engine;

/**
 * What versions of an engine kept of memory before one that keeps less or more.
 *
 * @param before the first version that this is not true of
 * @param beforeDate the month of its release, as 2026-03
 * @param reserveBytes what the runtime held outside its allocator
 * @param reserveInGroupBytes what came on top in a group
 * @param samplerBytesPerLogit what the sampler took for a logit
 * @param source where the figures come from
 */
public record EarlierMemory(EngineVersion before, String beforeDate, double reserveBytes, double reserveInGroupBytes,
        double samplerBytesPerLogit, String source) {

    /** Whether it is true of {@code version}, or, where that says nothing, of {@code date}; the latest where neither does. */
    boolean covers(String version, String date) {
        EngineVersion stated = EngineVersion.of(version);
        return stated != null ? stated.isBefore(before) : !date.isEmpty() && date.compareTo(beforeDate) < 0;
    }
}
