package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.cli.output.Terminal;
import io.headroom.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments by which commands name the plans of a file. */
final class PlanArguments {

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = "--plan", paramLabel = "NAME", description = "Only the plan of this name.")
    private String plan;

    /** Judges the plans that were named. */
    List<Judgement> judge(Supplier<Catalog> catalog, Terminal terminal) throws Refusal {
        List<Judgement> judgements = new ArrayList<>();
        for (Plan chosen : read(catalog, terminal)) {
            judgements.add(Judge.judge(chosen));
        }
        return judgements;
    }

    /** Reads the plans that were named. */
    List<Plan> read(Supplier<Catalog> catalog, Terminal terminal) throws Refusal {
        return ReviewFile.select(plan, ReviewFile.read(file, catalog.get(), terminal));
    }
}
