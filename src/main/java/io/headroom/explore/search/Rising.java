package io.headroom.explore.search;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Metric;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What is known of the ceilings that more requests of a replica only break: where one is missed at n requests, it is
 * missed at every larger n, and such batches are skipped.
 *
 * <p>Memory (fewer requests still fit) and the last of a burst (a burst of more requests never ends earlier) rise at any
 * number of stages, the decode step at one stage (with stages it does with whole micro-batches only), TTFT alone never
 * moves. Nothing else is taken to rise. Source: relations M26d, M13d and M13c, which tests hold against random plans.
 */
final class Rising {

    private final HardLimit[] limits;
    private final boolean hasOneStage;
    // requests of a replica from which, and up to which, each limit is known to be missed, and kept
    private final int[] missedFrom;
    private final int[] keptTo;

    Rising(HardLimit[] limits, int stages) {
        this.limits = limits;
        this.hasOneStage = stages == 1;
        this.missedFrom = new int[limits.length];
        this.keptTo = new int[limits.length];
        Arrays.fill(missedFrom, Integer.MAX_VALUE);
    }

    /** {@code limits} with ceilings that may rise first, so that the first one missed is often known beforehand. */
    static HardLimit[] first(Iterable<HardLimit> limits) {
        java.util.List<HardLimit> sorted = new java.util.ArrayList<>();
        limits.forEach(sorted::add);
        sorted.sort(Comparator.comparing(limit -> mayRise(limit) ? 0 : 1));
        return sorted.toArray(HardLimit[]::new);
    }

    /** The first limit missed with {@code n} requests of a replica where that is known, else -1. */
    int known(int n) {
        for (int i = 0; i < limits.length; i++) {
            if (n >= missedFrom[i]) {
                return i;
            }
            if (n > keptTo[i]) {
                return -1;
            }
        }
        return -1;
    }

    /** Learns whether limit {@code i} is missed with {@code n} requests of a replica. */
    void learn(int i, int n, boolean isMissed) {
        if (!rises(limits[i])) {
            return;
        }
        if (isMissed) {
            missedFrom[i] = Math.min(missedFrom[i], n);
        } else {
            keptTo[i] = Math.max(keptTo[i], n);
        }
    }

    private boolean rises(HardLimit limit) {
        return mayRise(limit) && (hasOneStage || limit.metric() != Metric.DECODE_STEP);
    }

    private static boolean mayRise(HardLimit limit) {
        return limit.isCeiling() && switch (limit.metric()) {
            case MEMORY_TOTAL, MEMORY_UTILIZATION, TTFT_ALONE, TTFT_BURST_LAST, DECODE_STEP -> true;
            default -> false;
        };
    }
}
