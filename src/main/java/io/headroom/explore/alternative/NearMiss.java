package io.headroom.explore.alternative;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.format.Dimension;
import io.headroom.format.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How near the layouts of a space come to passing where none does: of the limits that no layout keeps, the one missed by the
 * largest factor with the best that is reached; where memory does not suffice, how many requests it holds at most.
 */
final class NearMiss {

    private final SearchSpace space;
    private final Workers workers;
    private final BooleanSupplier isCancelled;

    NearMiss(SearchSpace space, Workers workers, BooleanSupplier isCancelled) {
        this.space = space.withPlan(space.plan().withRequirements(List.of()));
        this.workers = workers;
        this.isCancelled = isCancelled;
    }

    /** Why nothing of {@code result} passes; empty where something does. */
    Optional<Sentence> words(SearchResult result) {
        if (result.passing() > 0) {
            return Optional.empty();
        }
        List<HardLimit> limits = HardLimit.of(result.space().plan().requirements());
        boolean isLimit = limits.stream().anyMatch(limit -> result.rejected().containsKey(limit.metric().id()));
        if (isLimit) {
            return Optional.of(limit(limits, result));
        }
        return Optional.of(result.rejected().containsKey(SearchResult.MEMORY) ? memory() : Sentence.of("no layout is legal"));
    }

    private Sentence limit(List<HardLimit> limits, SearchResult result) {
        Sentence worst = null;
        double most = 1;
        for (HardLimit limit : limits) {
            Optional<Found> best = best(space, limit.metric());
            double value = best.map(found -> found.estimate().get(limit.metric())).orElse(Double.NaN);
            double factor = limit.isCeiling() ? value / limit.value() : limit.value() / value;
            if (limit.isMissedBy(value) && factor > most) {
                most = factor;
                worst = Sentence.of(limit.metric().label() + " of ").and(value, limit.metric().dimension())
                        .and(" at best (" + LayoutLabel.of(best.orElseThrow().plan()) + "), limit ")
                        .and(limit.value(), limit.metric().dimension());
            }
        }
        if (worst != null) {
            return worst;
        }
        HardLimit often = limits.stream().max((a, b) -> Long.compare(count(result, a), count(result, b))).orElseThrow();
        return Sentence.of("every limit is kept by some layout, all of them by none; most miss " + often.metric().label());
    }

    private static long count(SearchResult result, HardLimit limit) {
        return result.rejected().getOrDefault(limit.metric().id(), 0L);
    }

    private Sentence memory() {
        int asked = space.batches().isEmpty() ? space.largestBatchUpTo() : space.batches().getFirst();
        Optional<Found> most = best(space.withBatches(List.of(), asked), Metric.BATCH_MAX);
        return most.map(found -> Sentence.of("memory holds ").and(found.estimate().get(Metric.BATCH_MAX), Dimension.COUNT)
                .and(" of ").and(asked, Dimension.COUNT).and(" requests at most (" + LayoutLabel.of(found.plan()) + ")"))
                .orElse(Sentence.of("no legal layout holds even one request"));
    }

    /** The plan that is best by {@code metric}, whatever the limits. */
    private Optional<Found> best(SearchSpace within, Metric metric) {
        Metric other = metric == Metric.GPUS ? Metric.MEMORY_TOTAL : Metric.GPUS;
        return Search.run(within.withFront(List.of(metric, other)), workers, isCancelled)
                .flatMap(found -> found.front().stream().findFirst());
    }
}
