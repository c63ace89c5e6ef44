package io.headroom.explore.alternative;

import io.headroom.explore.search.Found;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The same question for several numbers of GPUs, each searched on its own: the best layout of each, and where the sweet
 * spot lies.
 *
 * @param rows by number of GPUs, in the order asked
 */
public record Alternatives(List<Row> rows) {

    public Alternatives {
        rows = List.copyOf(rows);
    }

    /**
     * One number of GPUs.
     *
     * @param gpus the number
     * @param result what layouts of exactly so many GPUs reach
     */
    public record Row(int gpus, SearchResult result) {
    }

    /** Searches {@code space} at each of {@code gpuCounts}; empty where {@code isCancelled}. */
    public static Optional<Alternatives> of(SearchSpace space, List<Integer> gpuCounts, Workers workers,
            BooleanSupplier isCancelled) {
        List<Row> rows = new ArrayList<>();
        for (int gpus : gpuCounts) {
            Optional<SearchResult> result = Search.run(space.withGpus(GpuCounts.of(List.of(gpus))), workers,
                    isCancelled);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            rows.add(new Row(gpus, result.get()));
        }
        return Optional.of(new Alternatives(rows));
    }

    /** The row whose best plan by {@code objective} is the best of all; of equals the one with fewer GPUs. */
    public Optional<Row> sweetSpot(Objective objective) {
        Row sweetest = null;
        for (Row row : rows) {
            Optional<Found> best = row.result.best(objective);
            if (best.isEmpty()) {
                continue;
            }
            Found so = sweetest == null ? null : sweetest.result.best(objective).orElseThrow();
            boolean isSame = so != null && objective.value(so) == objective.value(best.get());
            if (so == null || objective.isBetter(best.get(), so) || isSame && row.gpus < sweetest.gpus) {
                sweetest = row;
            }
        }
        return Optional.ofNullable(sweetest);
    }
}
