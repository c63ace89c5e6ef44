package io.headroom.explore.alternative;

import io.headroom.catalog.GpuSpec;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.format.Formatter;
import io.headroom.format.Sentence;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One workload on one accelerator. Links and price that a plan gives are those of its own accelerator and do not go with it
 * to others.
 *
 * @param hardware the accelerator, its links and price
 * @param result what its layouts reach; empty where the catalogue lacks a figure
 * @param whyNot why no layout passes, and how near the nearest comes; empty where one does
 */
public record GpuChoice(Hardware hardware, Optional<SearchResult> result, Optional<Sentence> whyNot) {

    /** GPUs to search up to at least, a node of most of them: fewer would rule out small accelerators for their size alone. */
    public static final int LEAST_GPUS = 8;

    /** The accelerator. */
    public GpuSpec gpu() {
        return hardware.gpu();
    }

    /** {@code gpus} as the catalogue has them, the plan's own as the plan has it, first where it is none of them. */
    public static List<Hardware> offeredWithOwn(Plan plan, List<GpuSpec> gpus) {
        List<Hardware> all = new ArrayList<>(offered(plan, gpus));
        if (!gpus.contains(plan.hardware().gpu())) {
            all.addFirst(plan.hardware());
        }
        return List.copyOf(all);
    }

    /** {@code gpus} as the catalogue has them, the plan's own as the plan has it. */
    public static List<Hardware> offered(Plan plan, List<GpuSpec> gpus) {
        List<Hardware> all = new ArrayList<>();
        for (GpuSpec gpu : gpus) {
            all.add(gpu.equals(plan.hardware().gpu()) ? plan.hardware() : Hardware.of(gpu));
        }
        return List.copyOf(all);
    }

    /** Searches {@code space} on each of {@code offered}; empty where {@code isCancelled}. */
    public static Optional<List<GpuChoice>> of(SearchSpace space, List<Hardware> offered, Workers workers,
            BooleanSupplier isCancelled) {
        List<GpuChoice> choices = new ArrayList<>();
        for (Hardware hardware : offered) {
            if (!hardware.missingFigures().isEmpty()) {
                choices.add(new GpuChoice(hardware, Optional.empty(), Optional.of(Sentence.of(
                        "the catalogue gives no " + String.join(", no ", hardware.missingFigures())))));
                continue;
            }
            SearchSpace there = space.withPlan(space.plan().withHardware(hardware));
            Optional<SearchResult> result = Search.run(there, workers, isCancelled);
            Optional<Sentence> whyNot = result.flatMap(found -> new NearMiss(there, workers, isCancelled).words(found));
            if (isCancelled.getAsBoolean() || result.isEmpty()) {
                return Optional.empty();
            }
            choices.add(new GpuChoice(hardware, result, whyNot));
        }
        return Optional.of(List.copyOf(choices));
    }

    /** The best by {@code objective}; where its number is not known, the one whose GPUs make most. */
    public Optional<Found> best(Objective objective) {
        return result.flatMap(found -> found.best(objective).or(() -> found.best(Objective.MOST_TOKENS_PER_GPU)));
    }

    /** {@link #whyNot} in the units of {@code format}; empty where a layout passes. */
    public String whyNot(Formatter format) {
        return whyNot.map(why -> why.text(format)).orElse("");
    }

    /** {@code choices} with a layout, the best by {@code objective} first, then those without one. */
    public static List<GpuChoice> ranked(List<GpuChoice> choices, Objective objective) {
        List<GpuChoice> passing = new ArrayList<>(choices.stream().filter(c -> c.best(objective).isPresent()).toList());
        passing.sort((a, b) -> order(a.best(objective).orElseThrow(), b.best(objective).orElseThrow(), objective));
        choices.stream().filter(c -> c.best(objective).isEmpty()).forEach(passing::add);
        return List.copyOf(passing);
    }

    /** Better first; where neither is, as without a price, the one whose GPUs make more. */
    private static int order(Found a, Found b, Objective objective) {
        if (Double.isNaN(objective.value(a)) != Double.isNaN(objective.value(b))) {
            return Double.isNaN(objective.value(a)) ? 1 : -1;
        }
        Objective by = Double.isNaN(objective.value(a)) ? Objective.MOST_TOKENS_PER_GPU : objective;
        return by.isBetter(a, b) ? -1 : by.isBetter(b, a) ? 1 : 0;
    }
}
