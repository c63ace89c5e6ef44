package io.headroom.explore.sweep;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Requirement;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What is asked of every model on every accelerator at every number of GPUs.
 *
 * @param workload lengths of a request
 * @param assumptions efficiencies and overheads
 * @param limits what must be kept
 * @param precisions number formats
 * @param batches concurrent requests
 * @param largestBatchUpTo the largest batch that fits is tried too, up to this many requests; 0 = it is not
 * @param isEveryLayout whether every plan that passes is told, else the best by each objective
 */
public record Sweep(Workload workload, Assumptions assumptions, List<Requirement> limits, List<Precision> precisions,
        List<Integer> batches, int largestBatchUpTo, boolean isEveryLayout) {

    public Sweep {
        limits = List.copyOf(limits);
        precisions = List.copyOf(precisions);
        batches = List.copyOf(batches);
    }

    /**
     * Something that is told of a model on so many GPUs of a type.
     *
     * @param bestBy objectives that nothing else is better by; none where every plan is told
     * @param found the plan, empty where none passes
     * @param whyNot why none passes, else empty
     */
    public record Row(List<Objective> bestBy, Optional<Found> found, String whyNot) {

        public Row {
            bestBy = List.copyOf(bestBy);
        }
    }

    /**
     * Tells {@code sink} of {@code model} on exactly {@code gpus} of {@code gpu}: at least one row, always in the same order.
     *
     * @return whether all was told; false where {@code isCancelled}
     */
    public boolean rows(ModelSpec model, GpuSpec gpu, int gpus, Consumer<Row> sink, BooleanSupplier isCancelled) {
        List<String> missing = gpu.missingFigures();
        if (!missing.isEmpty()) {
            sink.accept(new Row(List.of(), Optional.empty(), "the catalogue gives no " + String.join(", no ", missing)));
            return true;
        }
        Plan plan = Plan.of(model.id(), model, Hardware.of(gpu), assumptions).withWorkload(workload)
                .withRequirements(limits);
        SearchSpace space = SearchSpace.of(plan, GpuCounts.of(List.of(gpus))).withPrecisions(precisions)
                .withBatches(batches, largestBatchUpTo);
        Optional<SearchResult> result = Search.run(space, found -> {
            if (isEveryLayout) {
                sink.accept(new Row(List.of(), Optional.of(found), ""));
            }
        }, isCancelled);
        result.filter(r -> !isEveryLayout || r.passing() == 0).ifPresent(r -> best(r, sink));
        return result.isPresent();
    }

    private static void best(SearchResult result, Consumer<Row> sink) {
        if (result.passing() == 0) {
            sink.accept(new Row(List.of(), Optional.empty(), result.whyNot()));
            return;
        }
        Map<Long, List<Objective>> bestBy = new LinkedHashMap<>();
        Map<Long, Found> plans = new LinkedHashMap<>();
        for (Objective objective : Objective.values()) {
            // the number of GPUs is given
            if (objective != Objective.FEWEST_GPUS) {
                result.best(objective).ifPresent(found -> {
                    plans.put(found.order(), found);
                    bestBy.computeIfAbsent(found.order(), f -> new ArrayList<>()).add(objective);
                });
            }
        }
        plans.forEach((order, found) -> sink.accept(new Row(bestBy.get(order), Optional.of(found), "")));
    }
}
