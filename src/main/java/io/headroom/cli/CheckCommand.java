package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.check.Judgement;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.judge.Audit;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.EvaluationText;
import io.headroom.cli.output.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says by its exit code whether plans meet their limits. */
@Command(name = "check", description = "Say whether the plans in a file are legal, fit and meet their limits.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom check review.json && echo every limit is met",
            "  headroom check review.json --plan optimized",
            "  headroom check review.json --audit"})
final class CheckCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Option(names = "--audit", description = "Judge the claims of the file too: exit code 1 where one is off.")
    private boolean isAudited;

    CheckCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        int worst = ExitCode.OK;
        for (Judgement judgement : plans.judge(catalog, terminal)) {
            terminal.lines(EvaluationText.brief(judgement));
            worst = Math.max(worst, exitCode(judgement));
        }
        if (isAudited) {
            AuditResult audited = Audit.of(plans.claims(catalog, terminal), catalog.get());
            terminal.lines(List.of(audited.summary()));
            worst = Math.max(worst, audited.hasFindings() ? ExitCode.MISSED : ExitCode.OK);
        }
        return worst;
    }

    private static int exitCode(Judgement judgement) {
        return switch (judgement.verdict()) {
            case MEETS, NO_LIMITS -> ExitCode.OK;
            case AT_RISK, MISSES, DOES_NOT_FIT -> ExitCode.MISSED;
            case NOT_LEGAL -> ExitCode.NOT_VALID;
        };
    }
}
