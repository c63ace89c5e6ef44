package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.ComparisonText;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.compare.Comparison;
import io.headroom.report.write.ComparisonCsv;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the plans of a file side by side. */
@Command(name = "compare", description = "Set the plans of a file side by side, what differs first.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom compare sample-plans/report-000.json",
            "  headroom compare review.json --all",
            "  headroom compare review.json --csv > review.csv"})
final class CompareCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = "--all", description = "Print what is the same, too.")
    private boolean isAll;

    @Option(names = "--csv", description = "Print CSV in SI units, everything in it.")
    private boolean isCsv;

    CompareCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Comparison comparison = Comparison.of(ReviewFile.read(file, catalog.get(), terminal));
        terminal.lines(isCsv ? ComparisonCsv.of(comparison).lines().toList() : ComparisonText.table(comparison, isAll));
        return ExitCode.OK;
    }
}
