package io.headroom.cli.search;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.search.Workers;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what ranges of assumptions, load and price come to. */
@Command(name = "uncertainty", description = {"Say what ranges of a plan's assumptions, load and price come to: p10, p50 "
    + "and p90 of every metric, the chance of each limit, and which range drives the width.",
    "", "Ranges are those of the file (\"ranges\") and of --range, in SI units. Each is drawn from a triangle that is "
    + "likeliest at the plan's own value. The same seed gives the same answer on any number of threads."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom uncertainty sample-plans/report-001.json --range assumptions.mbu=0.6..0.9",
            "  headroom uncertainty review.json --plan optimized --samples 100000 --seed 7 --json"})
public final class UncertaintyCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Mixin
    private RangeArguments ranges;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "10000",
            description = "Samples (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where chance begins (default: "
            + "${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: one a core).")
    private Integer threads;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    /**
     * @param catalog loads what exists, once it is needed
     * @param terminal where it prints
     */
    public UncertaintyCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (samples < 1 || samples > Uncertainty.MOST_SAMPLES) {
            throw Refusal.notValid("--samples " + samples + " is out of range: 1 to " + Uncertainty.MOST_SAMPLES + ".");
        }
        Workers workers = Threads.of(threads);
        List<Uncertainty> found = new ArrayList<>();
        for (Plan plan : plans.read(catalog, terminal)) {
            Plan ranged = ranges.of(plan);
            Uncertainty.of(ranged, seed, samples, workers, () -> false).ifPresentOrElse(found::add,
                    () -> terminal.message(plan.name() + (ranged.ranges().isEmpty() ? " has no ranges."
                            : " has no numbers: 'headroom evaluate' says why.")));
        }
        if (found.isEmpty()) {
            throw Refusal.notValid("Nothing is uncertain: write \"ranges\" into the plan, or --range "
                    + "assumptions.mfu=0.4..0.7.");
        }
        if (isJson) {
            terminal.json(JsonObject.builder().put("plans", JsonArray.of(found.stream().map(UncertaintyPrint::json)
                    .toList())).build());
        } else {
            terminal.blocks(found.stream().map(UncertaintyPrint::text).toList());
        }
        return ExitCode.OK;
    }
}
