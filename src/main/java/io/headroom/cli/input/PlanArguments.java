package io.headroom.cli.input;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judgement;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.advice.FullJudgement;
import io.headroom.plan.Plan;
import java.nio.file.Path;
import java.util.List;
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
        return read(catalog, terminal).stream().map(FullJudgement::of).toList();
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
