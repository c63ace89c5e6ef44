package io.headroom.cli.search;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.alternative.Unkept;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.explore.uncertainty.Uncertain;
import io.headroom.json.JsonObject;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches every layout around the first plan of a file, or the one that is named. */
@Command(name = "search", description = {"Search every legal layout of a plan's model on its hardware: TP, PP, DP, EP, "
    + "CP and SP, at several batches and precisions, within the plan's requirements.",
    "", "Limits that no layout keeps are named and left out, so that a list of numbers of GPUs or of hardware is "
    + "answered in any case."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom search sample-plans/qwen3-235b-a22b-8xh20.json --gpus 512 --batch 1..4096 --precision "
                    + "bf16,fp8,int4",
            "  headroom search sample-plans/report-000.json --gpus 16,24,32,40",
            "  headroom search sample-plans/report-003.json --gpus 64 --hardware all --objective cost",
            "  headroom search review.json --pessimistic --range assumptions.mbu=0.6..0.9",
            "  headroom search review.json --plan small --front gpus,ttft.burst.last --json"})
public final class SearchCommand implements Callable<Integer> {

    private static final double NANO = 1e-9;

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Mixin
    private SearchArguments arguments;

    @Option(names = "--hardware", paramLabel = "all|LIST",
            description = "Search on these accelerators of the catalogue instead, and set them beside each other.")
    private String hardware;

    @Mixin
    private RangeArguments ranges;

    @Option(names = "--pessimistic", description = "Search with every range of the plan at its worse end, all at once.")
    private boolean isPessimistic;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    /**
     * @param catalog loads what exists, once it is needed
     * @param terminal where it prints
     */
    public SearchCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Plan plan = assumed(ranges.of(plans.read(catalog, terminal).getFirst()));
        SearchSpace space = arguments.space(plan);
        List<Objective> objectives = arguments.objectives();
        Workers workers = arguments.workers();
        if (hardware != null) {
            choose(space, objectives, workers);
        } else if (!arguments.listOfCounts().isEmpty()) {
            compare(space, objectives, workers);
        } else {
            search(space, plan, objectives, workers);
        }
        return ExitCode.OK;
    }

    /** {@code plan} as it is searched: as it stands, or at the worse end of its ranges, which is said. */
    private Plan assumed(Plan plan) throws Refusal {
        if (!isPessimistic) {
            return plan;
        }
        if (plan.ranges().isEmpty()) {
            throw Refusal.notValid("--pessimistic needs a range: write \"ranges\" into the plan, or --range "
                    + "assumptions.mfu=0.4..0.7.");
        }
        Plan worst = Uncertain.pessimistic(plan);
        terminal.message("At the worse end of every range: " + Uncertain.ALL.stream()
                .filter(u -> u.input().valueIn(worst) != u.input().valueIn(plan) && plan.ranges().of(u.input().key()).isPresent())
                .map(u -> u.input().label() + " " + u.input().text(u.input().valueIn(worst), SearchText.FORMAT))
                .collect(Collectors.joining(", ")) + ".");
        return worst;
    }

    private void search(SearchSpace space, Plan plan, List<Objective> objectives, Workers workers) {
        long start = System.nanoTime();
        SearchResult result = Search.run(space, workers, () -> false).orElseThrow();
        double seconds = (System.nanoTime() - start) * NANO;
        Optional<Distance> distance = Estimator.estimate(plan) instanceof Estimate own && own.memory().fits()
                ? Distance.of(own, result) : Optional.empty();
        if (isJson) {
            terminal.json(SearchJson.result(result, objectives, distance).put("seconds", seconds).build());
        } else {
            terminal.lines(SearchText.result(result, objectives, distance));
        }
    }

    private void compare(SearchSpace space, List<Objective> objectives, Workers workers) throws Refusal {
        Unkept unkept = Unkept.of(space, workers, () -> false).orElseThrow();
        Alternatives alternatives = Alternatives.of(unkept.space(), arguments.listOfCounts(), workers, () -> false)
                .orElseThrow();
        if (isJson) {
            JsonObject.Builder out = SearchJson.alternatives(alternatives, objectives);
            SearchJson.waived(unkept.waived(), out);
            terminal.json(out.build());
        } else {
            terminal.lines(SearchText.waived(unkept.waived()));
            terminal.lines(SearchText.alternatives(alternatives, objectives));
        }
    }

    private void choose(SearchSpace space, List<Objective> objectives, Workers workers) throws Refusal {
        List<GpuChoice> choices = GpuChoice.of(space, GpuChoice.offered(space.plan(), gpus()), workers, () -> false).orElseThrow();
        if (isJson) {
            terminal.json(SearchJson.choices(choices, objectives).build());
        } else {
            terminal.lines(SearchText.choices(choices, objectives));
        }
    }

    private List<GpuSpec> gpus() throws Refusal {
        if (hardware.equals("all")) {
            return catalog.get().gpus();
        }
        List<GpuSpec> gpus = new ArrayList<>();
        for (String id : hardware.split(",")) {
            gpus.add(catalog.get().gpu(id.strip()).orElseThrow(() -> Refusal.notValid("--hardware '" + id
                    + "' is not in the catalogue: it has " + String.join(", ",
                            catalog.get().gpus().stream().map(GpuSpec::id).toList()) + ".")));
        }
        return gpus;
    }
}
