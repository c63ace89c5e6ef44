package io.headroom.cli.search;

import io.headroom.cli.input.Batches;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.Written;
import io.headroom.estimate.Metric;
import io.headroom.estimate.layout.Groups;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The arguments that say what is searched. */
final class SearchArguments {

    private static final int MOST_GPUS = 65_536;

    @Option(names = "--gpus", paramLabel = "N|LIST", description = "Up to N GPUs, or exactly the numbers of a list "
            + "such as 16,24,32,40, each beside the others (default: up to the plan's).")
    private String gpus;

    @Option(names = "--batch", paramLabel = "N|LIST|1..N", description = "Concurrent requests; 1..N are powers of two "
            + "and the largest that fits (default: the plan's).")
    private String batches;

    @Option(names = "--precision", paramLabel = "LIST", description = "Formats of weights and experts, each with the "
            + "format of the KV cache where a slash follows: bf16,fp8,fp8/fp8 (default: the plan's).")
    private String precisions;

    @Option(names = "--objective", paramLabel = "LIST", description = "gpus, cost, ttft, tpot, tokens-per-gpu, tokens, "
            + "headroom (default: all).")
    private String objectives;

    @Option(names = "--front", paramLabel = "METRICS", description = "Two or three metrics of the Pareto front "
            + "(default: throughput.outputTokens.perGpu,tpot.steady).")
    private String front;

    @Option(names = "--no-limits", description = "Search without the plan's requirements.")
    private boolean isWithoutLimits;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: one a core).")
    private Integer threads;

    /** The space around {@code plan}, up to {@code least} GPUs at least unless numbers are given. */
    SearchSpace space(Plan plan, int least) throws Refusal {
        SearchSpace space = space(plan);
        return gpus == null && space.gpus().most() < least ? space.withGpus(GpuCounts.upTo(least)) : space;
    }

    /** The space around {@code plan}. */
    SearchSpace space(Plan plan) throws Refusal {
        Plan base = isWithoutLimits ? plan.withRequirements(List.of()) : plan;
        SearchSpace space = SearchSpace.of(base, counts(plan));
        if (precisions != null) {
            List<Precision> all = new ArrayList<>();
            for (String text : precisions.split(",")) {
                all.add(Written.precision(text.strip(), plan.precision()));
            }
            space = space.withPrecisions(all);
        }
        if (batches != null) {
            Batches written = Batches.read(batches);
            space = space.withBatches(written.sizes(), written.largestUpTo());
        }
        return front == null ? space : space.withFront(metrics());
    }

    /** The numbers of GPUs that are set beside each other; empty where one bound was given. */
    List<Integer> listOfCounts() throws Refusal {
        return gpus == null || !gpus.contains(",") ? List.of() : Written.numbers("--gpus", gpus, MOST_GPUS);
    }

    /** What plans are asked to be best at. */
    List<Objective> objectives() throws Refusal {
        if (objectives == null) {
            return List.of(Objective.values());
        }
        List<Objective> all = new ArrayList<>();
        for (String id : objectives.split(",")) {
            all.add(Objective.byId(id.strip()).orElseThrow(() -> Refusal.notValid("--objective '" + id
                    + "' is none: write " + Arrays.stream(Objective.values()).map(Objective::id)
                            .collect(Collectors.joining(", ")) + ".")));
        }
        return all;
    }

    /** Who searches. */
    Workers workers() throws Refusal {
        return Threads.of(threads);
    }

    private GpuCounts counts(Plan plan) throws Refusal {
        List<Integer> list = listOfCounts();
        if (!list.isEmpty()) {
            return GpuCounts.of(list);
        }
        if (gpus != null) {
            return GpuCounts.upTo(Written.number("--gpus", gpus, MOST_GPUS));
        }
        if (!Groups.areWhole(plan.parallelism()) || Groups.of(plan.parallelism()).gpus() > MOST_GPUS) {
            throw Refusal.notValid("The plan's own number of GPUs cannot be taken: write --gpus.");
        }
        return GpuCounts.upTo((int) Groups.of(plan.parallelism()).gpus());
    }

    private List<Metric> metrics() throws Refusal {
        List<Metric> metrics = new ArrayList<>();
        for (String id : front.split(",")) {
            metrics.add(metric("--front", id.strip()));
        }
        if (metrics.stream().distinct().count() < 2 || metrics.size() > 3) {
            throw Refusal.notValid("--front " + front + " has not two or three metrics.");
        }
        return metrics;
    }

    /** The metric of this id that an estimate has. */
    static Metric metric(String option, String id) throws Refusal {
        return Metric.byId(id).filter(metric -> !metric.isSimulated()).orElseThrow(() -> Refusal.notValid(option + " '"
                + id + "' is no metric that an estimate has; 'headroom evaluate' names them."));
    }
}
