package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.SimulationPrint;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Policy;
import io.headroom.explore.simulate.Simulation;
import io.headroom.explore.simulate.SimulationInput;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Plays plans through under a scheduler's policy. */
@Command(name = "simulate", description = {
    "Play the plans in a file through, request by request, and print what the requests saw.",
    "", "Policies: chunked-mixed (vLLM V1: prompts ride along with decoding), prefill-first (SGLang: prompts are read "
    + "before decoding goes on), prefill-exclusive (prompts gather, then all are read).",
    "Arrivals: burst (public benchmarks: all at once, each replaced), steady (the same without start and end), poisson "
    + "(at random, at the plan's rate)."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom simulate sample-plans/llama-3.1-70b-8xh100-sxm.json",
            "  headroom simulate review.json --plan optimized --policy prefill-first --seed 7",
            "  headroom simulate review.json --arrivals burst --spread 0.8 --json"})
final class SimulateCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Option(names = "--policy", paramLabel = "NAME", description = "Scheduler; without it that of the plan's engine.")
    private Policy policy;

    @Option(names = "--arrivals", paramLabel = "NAME",
            description = "Without it poisson where the plan gives a rate, else steady.")
    private Arrivals arrivals;

    @Option(names = "--requests", paramLabel = "N",
            description = "Requests counted (default: 10 for each concurrent one, 2000 of poisson).")
    private Integer requests;

    @Option(names = "--spread", paramLabel = "SHARE", description = "Lengths are uniform from this share of the plan's "
            + "to the plan's; without it all are the plan's.")
    private Double shortest;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Where chance begins (default: "
            + "${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    SimulateCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (requests != null && requests < 1) {
            throw Refusal.notValid("--requests " + requests + " is too few: 1 or more.");
        }
        if (shortest != null && !(shortest > 0 && shortest <= 1)) {
            throw Refusal.notValid("--spread " + shortest + " is no share: more than 0, at most 1.");
        }
        List<SimulationPrint> played = new ArrayList<>();
        for (Plan plan : plans.read(catalog, terminal)) {
            SimulationInput input = input(plan);
            played.add(new SimulationPrint(plan, input, Simulation.run(plan, input)));
        }
        if (isJson) {
            terminal.json(SimulationPrint.json(played));
        } else {
            terminal.blocks(played.stream().map(SimulationPrint::text).toList());
        }
        return ExitCode.OK;
    }

    private SimulationInput input(Plan plan) {
        SimulationInput input = SimulationInput.of(plan).withSeed(seed);
        input = policy == null ? input : input.withPolicy(policy);
        input = arrivals == null ? input : input.withArrivals(arrivals);
        input = requests == null ? input : input.withRequests(requests);
        return shortest == null ? input : input.withShortest(shortest);
    }

    /** The policy written {@code text}. */
    static Policy policy(String text) {
        return Policy.byId(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is no policy: write "
                + Arrays.stream(Policy.values()).map(Policy::id).collect(Collectors.joining(", "))));
    }

    /** The arrivals written {@code text}. */
    static Arrivals arrivals(String text) {
        return Arrivals.byId(text).orElseThrow(() -> new TypeConversionException("'" + text + "' are no arrivals: write "
                + Arrays.stream(Arrivals.values()).map(Arrivals::id).collect(Collectors.joining(", "))));
    }
}
