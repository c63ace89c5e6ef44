package io.headroom.cli.input;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.simulate.Simulation;
import io.headroom.cli.output.Terminal;
import io.headroom.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments by which commands name the plans of a file. */
public final class PlanArguments {

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = "--plan", paramLabel = "NAME", description = "Only the plan of this name.")
    private String plan;

    /** Judges the plans that were named; those with limits on percentiles are played through. */
    public List<Judgement> judge(Supplier<Catalog> catalog, Terminal terminal) throws Refusal {
        List<Judgement> judgements = new ArrayList<>();
        for (Plan chosen : read(catalog, terminal)) {
            boolean isPlayed = chosen.requirements().stream().map(r -> Metric.byId(r.metric()))
                    .anyMatch(metric -> metric.isPresent() && metric.get().isSimulated());
            judgements.add(Judge.judge(chosen, Estimator.estimate(chosen),
                    isPlayed ? Simulation.percentiles(chosen) : Map.of()));
        }
        return judgements;
    }

    /** What the file claims, of all its plans. */
    public ClaimedReport claims(Supplier<Catalog> catalog, Terminal terminal) throws Refusal {
        return ReviewFile.claims(file, ReviewFile.bytes(file, catalog.get()), catalog.get(), terminal);
    }

    /** Reads the plans that were named. */
    public List<Plan> read(Supplier<Catalog> catalog, Terminal terminal) throws Refusal {
        return ReviewFile.select(plan, ReviewFile.read(file, catalog.get(), terminal));
    }
}
