package io.headroom.explore.alternative;

import io.headroom.catalog.GpuSpec;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Hardware;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One workload on one accelerator of the catalogue, as the catalogue has it: links and price of the plan are those of
 * the plan's own accelerator and do not go with it.
 *
 * @param gpu the accelerator
 * @param result what its layouts reach; empty where the catalogue lacks a figure
 * @param whyNot why no layout passes; empty where one does
 */
public record GpuChoice(GpuSpec gpu, Optional<SearchResult> result, String whyNot) {

    /** Searches {@code space} on each of {@code gpus}; empty where {@code isCancelled}. */
    public static Optional<List<GpuChoice>> of(SearchSpace space, List<GpuSpec> gpus, Workers workers,
            BooleanSupplier isCancelled) {
        List<GpuChoice> choices = new ArrayList<>();
        for (GpuSpec gpu : gpus) {
            if (!gpu.missingFigures().isEmpty()) {
                choices.add(new GpuChoice(gpu, Optional.empty(),
                        "the catalogue gives no " + String.join(", no ", gpu.missingFigures())));
                continue;
            }
            Optional<SearchResult> result = Search.run(space.withPlan(space.plan().withHardware(Hardware.of(gpu))),
                    workers, isCancelled);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            choices.add(new GpuChoice(gpu, result, whyNot(result.get())));
        }
        return Optional.of(List.copyOf(choices));
    }

    /** Why no plan passes: the last hurdle that any came to, a rule, then memory, then the limit that most plans miss. */
    public static String whyNot(SearchResult result) {
        if (result.passing() > 0) {
            return "";
        }
        String limit = null;
        long most = 0;
        for (Map.Entry<String, Long> entry : result.rejected().entrySet()) {
            boolean isLimit = result.space().plan().requirements().stream()
                    .anyMatch(r -> r.metric().equals(entry.getKey()));
            if (isLimit && entry.getValue() > most) {
                limit = entry.getKey();
                most = entry.getValue();
            }
        }
        if (limit != null) {
            return "every layout that fits misses a limit, most of them " + limit;
        }
        return result.rejected().containsKey(SearchResult.MEMORY) ? "no legal layout fits in memory"
                : "no layout is legal";
    }
}
