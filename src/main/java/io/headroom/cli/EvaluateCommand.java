package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judgement;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.EvaluationJson;
import io.headroom.cli.output.EvaluationText;
import io.headroom.cli.output.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints everything that follows from plans. */
@Command(name = "evaluate", description = "Print all metrics, verdicts, limits and findings of the plans in a file.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom evaluate sample-plans/report-000.json",
            "  headroom evaluate sample-plans/report-000.json --plan 24-gpus",
            "  headroom evaluate review.json --json > review.metrics.json"})
final class EvaluateCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    EvaluateCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        List<Judgement> judgements = plans.judge(catalog, terminal);
        if (isJson) {
            terminal.json(EvaluationJson.of(judgements));
        } else {
            terminal.blocks(judgements.stream().map(EvaluationText::full).toList());
        }
        return ExitCode.OK;
    }
}
