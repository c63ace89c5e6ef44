package io.headroom.explore.search;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a space holds. {@code visited} and all that was skipped is the size of the space; what passes, what was rejected
 * and what was only repeated is it too.
 *
 * @param space what was searched
 * @param layouts layouts of the space
 * @param size plans of the space: layouts at batches
 * @param visited plans that were estimated
 * @param skipped plans that were not, by the bound that says why
 * @param passing plans that keep rules, memory and hard limits
 * @param rejected plans that do not, by the first that they break: a rule's id, memory, a limit's metric
 * @param repeated plans whose largest batch is one of the batches
 * @param best by objective; without an objective whose number is not known, empty where nothing passes
 * @param front plans that no other beats, the best by the first metric first
 * @param gpuCounts numbers of GPUs with a plan that passes
 */
public record SearchResult(SearchSpace space, long layouts, long size, long visited, Map<Skip, Long> skipped,
        long passing, Map<String, Long> rejected, long repeated, Map<Objective, Found> best, List<Found> front,
        BitSet gpuCounts) {

    /** The id under which plans are rejected that do not fit. */
    public static final String MEMORY = "memory";

    /** Why a plan needs no estimate. */
    public enum Skip {
        /** A rule forbids its layout at every batch. */
        RULES("rules"),
        /** Memory suffices for fewer requests only. */
        MEMORY("memory"),
        /** A limit that more requests only break is missed with fewer. */
        LIMITS("limits"),
        /** The largest batch is one of the batches. */
        REPEATED("repeated");

        private final String id;

        Skip(String id) {
            this.id = id;
        }

        /** The name in files. */
        public String id() {
            return id;
        }
    }

    /** The best plan by {@code objective}. */
    public Optional<Found> best(Objective objective) {
        return Optional.ofNullable(best.get(objective));
    }

    /** Plans that were not estimated. */
    public long skippedPlans() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Why no plan passes: the last hurdle that any came to, a rule, then memory, then the limit that most plans miss; else empty. */
    public String whyNot() {
        if (passing > 0) {
            return "";
        }
        Optional<String> limit = space.plan().requirements().stream().map(Requirement::metric).filter(rejected::containsKey)
                .max(Comparator.comparing(rejected::get));
        return limit.map(metric -> "every layout that fits misses a limit, most of them " + metric)
                .orElse(rejected.containsKey(MEMORY) ? "no legal layout fits in memory" : "no layout is legal");
    }

    /** Numbers of GPUs with a plan that passes: {@code "2, 4, 8–16"}. */
    public String gpuRanges(Formatter format) {
        List<String> parts = new ArrayList<>();
        for (int from = gpuCounts.nextSetBit(0); from >= 0;) {
            int end = gpuCounts.nextClearBit(from);
            String first = format.text(from, Dimension.COUNT);
            parts.add(end - from == 1 ? first : first + "–" + format.text(end - 1, Dimension.COUNT));
            from = gpuCounts.nextSetBit(end);
        }
        return String.join(", ", parts);
    }
}
