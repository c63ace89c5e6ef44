package io.headroom.explore.fleet;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What accelerators of one type can do for one demand: the replicas of which none has as few GPUs and carries more requests a
 * second. A replica carries its steady throughput ({@code throughput.requests}) at the largest load of its layout that
 * keeps the limits.
 *
 * @param traffic the demand
 * @param pool the accelerators
 * @param replicas one of each, GPUs rising; empty where none passes
 * @param result what was searched; empty where the catalogue lacks a figure
 * @param whyNot why none passes, empty where one does
 * @param nearest where none passes, the legal layout that comes nearest
 */
public record Offer(Traffic traffic, Pool pool, List<Found> replicas, Optional<SearchResult> result, String whyNot,
        Optional<Miss> nearest) {

    private static final int ALL_UP_TO = 64;

    public Offer {
        replicas = List.copyOf(replicas);
    }

    /**
     * By how much a layout misses what it misses most.
     *
     * @param layout the layout
     * @param limit the limit; empty where it is memory
     * @param factor how many times the limit it is; below it where the limit is a floor
     */
    public record Miss(Found layout, Optional<HardLimit> limit, double factor) {
    }

    /** What {@code pool} offers; empty where {@code isCancelled}. */
    static Optional<Offer> of(Fleet fleet, Traffic traffic, Pool pool, Workers workers, BooleanSupplier isCancelled) {
        List<String> missing = pool.hardware().missingFigures();
        if (!missing.isEmpty()) {
            return Optional.of(new Offer(traffic, pool, List.of(), Optional.empty(),
                    "the catalogue gives no " + String.join(", no ", missing), Optional.empty()));
        }
        GpuCounts counts = GpuCounts.upTo(Math.min(pool.available(), fleet.gpusPerReplica())).ofOneReplica();
        SearchSpace space = SearchSpace.of(traffic.plan().withHardware(pool.hardware()), counts)
                .withBatches(batches(fleet.requestsPerReplica()), fleet.requestsPerReplica())
                .withFront(List.of(Metric.GPUS, Metric.REQUESTS));
        return Search.run(space, workers, isCancelled).map(result -> new Offer(traffic, pool, result.front(),
                Optional.of(result), result.whyNot(), result.passing() > 0 ? Optional.empty()
                        : nearest(space.withBatchesUpTo(fleet.requestsPerReplica()), isCancelled)));
    }

    /** Every number to 64, then 64 between two powers of two, so that the best is missed by 1/64 at most. */
    static List<Integer> batches(int most) {
        List<Integer> batches = new ArrayList<>();
        for (int b = 1; b <= most; b += Math.max(1, Integer.highestOneBit(b) / ALL_UP_TO)) {
            batches.add(b);
        }
        return batches;
    }

    private static Optional<Miss> nearest(SearchSpace space, BooleanSupplier isCancelled) {
        return Search.nearest(space, isCancelled).map(found -> {
            Optional<HardLimit> worst = Optional.empty();
            double least = found.estimate().memory().usableBytes() / found.estimate().memory().worst().total();
            for (HardLimit limit : HardLimit.of(found.plan().requirements())) {
                double value = found.estimate().get(limit.metric());
                double factor = limit.isCeiling() ? limit.value() / value : value / limit.value();
                if (factor < least) {
                    least = factor;
                    worst = Optional.of(limit);
                }
            }
            return new Miss(found, worst, worst.isPresent() && !worst.get().isCeiling() ? least : 1 / least);
        });
    }
}
