package io.headroom.explore.search;

import io.headroom.check.HardLimit;
import io.headroom.explore.search.SearchResult.Skip;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Searches a space of layouts, all of it: a plan is estimated, or skipped by a bound that proves it rejected.
 *
 * <p>Rules are asked once for all batches and numbers of replicas, because none speaks of them; memory once for the
 * largest batch that fits, because fewer requests still fit; limits that more requests only break from the smallest
 * batch up. The answer is the same on any number of workers. It keeps the best plans and the front, not the space.
 */
public final class Search {

    private Search() {
    }

    /** What {@code space} holds; empty where {@code isCancelled}, which is asked about every millisecond. */
    public static Optional<SearchResult> run(SearchSpace space, Workers workers, BooleanSupplier isCancelled) {
        HardLimit[] limits = Rising.first(HardLimit.of(space.plan().requirements()));
        List<Block> blocks = Block.of(space);
        Tally[] tallies = new Tally[workers.count()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(space, limits);
        }
        workers.run(blocks.size(), (index, worker) -> {
            if (!isCancelled.getAsBoolean()) {
                new BlockSearch(space, blocks.get(index), limits, tallies[worker], isCancelled).run();
            }
        });
        if (isCancelled.getAsBoolean()) {
            return Optional.empty();
        }
        Tally all = new Tally(space, limits);
        for (Tally tally : tallies) {
            all.add(tally);
        }
        return Optional.of(result(space, limits, all));
    }

    /** The same by the calling thread alone. */
    public static SearchResult run(SearchSpace space) {
        return run(space, Workers.ALONE, () -> false).orElseThrow();
    }

    /**
     * The same by the calling thread alone, which tells {@code listener} of every plan that passes, in the order of the
     * space; empty where {@code isCancelled}.
     */
    public static Optional<SearchResult> run(SearchSpace space, Consumer<Found> listener, BooleanSupplier isCancelled) {
        HardLimit[] limits = Rising.first(HardLimit.of(space.plan().requirements()));
        Tally tally = new Tally(space, limits, listener, true);
        walk(space, limits, tally, isCancelled);
        return isCancelled.getAsBoolean() ? Optional.empty() : Optional.of(result(space, limits, tally));
    }

    /**
     * The legal plan that comes nearest to fitting and keeping the limits: the one whose closest limit, memory among them,
     * it misses by the smallest factor ({@link Found#headroom()}). Empty where no layout is legal, or {@code isCancelled}.
     */
    public static Optional<Found> nearest(SearchSpace space, BooleanSupplier isCancelled) {
        Tally tally = new Tally(space, Rising.first(HardLimit.of(space.plan().requirements())), null, false);
        walk(space, new HardLimit[0], tally, isCancelled);
        return isCancelled.getAsBoolean() ? Optional.empty()
                : Optional.ofNullable(tally.best[Objective.MOST_HEADROOM.ordinal()]);
    }

    private static void walk(SearchSpace space, HardLimit[] limits, Tally tally, BooleanSupplier isCancelled) {
        for (Block block : Block.of(space)) {
            new BlockSearch(space, block, limits, tally, isCancelled).run();
        }
    }

    private static SearchResult result(SearchSpace space, HardLimit[] limits, Tally all) {
        Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
        skipped.put(Skip.RULES, all.rules.values().stream().mapToLong(Long::longValue).sum());
        skipped.put(Skip.MEMORY, all.byMemory);
        skipped.put(Skip.LIMITS, all.byBound);
        skipped.put(Skip.REPEATED, all.repeated);
        Map<String, Long> rejected = new LinkedHashMap<>(all.rules);
        if (all.byMemory > 0) {
            rejected.put(SearchResult.MEMORY, all.byMemory);
        }
        for (int i = 0; i < limits.length; i++) {
            if (all.limits[i] > 0) {
                rejected.merge(limits[i].metric().id(), all.limits[i], Long::sum);
            }
        }
        Map<Objective, Found> best = new EnumMap<>(Objective.class);
        for (Objective objective : Objective.values()) {
            if (all.best[objective.ordinal()] != null) {
                best.put(objective, all.best[objective.ordinal()]);
            }
        }
        return new SearchResult(space, space.layouts(), space.size(), all.visited, Collections.unmodifiableMap(skipped),
                all.passing, Collections.unmodifiableMap(rejected), all.repeated, Collections.unmodifiableMap(best),
                all.front.found(), all.gpuCounts);
    }
}
