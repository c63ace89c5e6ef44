package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.judge.Audit;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.AuditJson;
import io.headroom.cli.output.AuditText;
import io.headroom.cli.output.Terminal;
import io.headroom.planfile.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which claims of a plan file or a report can be true. */
@Command(name = "audit", description = "Set the claims of a plan file or of a report in Markdown or plain text beside "
        + "their own arithmetic, computed values and bounds. Exit code 1: some claim is off.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom audit sample-plans/report-001.json",
            "  headroom audit REPORT.md --json > claims.json"})
final class AuditCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final ReportReader reader;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Plan file or report; told apart by content.")
    private Path file;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    @Option(names = "--off", description = "Print only the claims that are off.")
    private boolean isOffOnly;

    AuditCommand(Supplier<Catalog> catalog, ReportReader reader, Terminal terminal) {
        this.catalog = catalog;
        this.reader = reader;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Catalog known = catalog.get();
        byte[] bytes = ReviewFile.bytes(file, known);
        AuditResult result = Audit.of(PlanFile.isMeant(bytes) ? ReviewFile.claims(file, bytes, known, terminal)
                : report(bytes), known);
        if (isJson) {
            terminal.json(AuditJson.of(result, isOffOnly));
        } else {
            terminal.lines(AuditText.of(result, isOffOnly));
        }
        return result.hasFindings() ? ExitCode.MISSED : ExitCode.OK;
    }

    private ClaimedReport report(byte[] bytes) throws Refusal {
        return switch (reader.read(file.toString(), bytes)) {
            case ReportReader.Read read -> {
                read.remarks().forEach(remark -> terminal.message(file + ": " + remark));
                yield read.report();
            }
            case ReportReader.Refused refused -> throw Refusal.notValid(refused.message());
        };
    }
}
