package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.picture.Renderer;
import io.headroom.cli.picture.ReportRequest;
import io.headroom.format.ByteUnits;
import io.headroom.plan.Review;
import io.headroom.planfile.Documents;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.report.write.ReportKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes a report for a design review. */
@Command(name = "report", description = "Write a report of a plan and of all it is compared with: verdict, limits, charts, "
        + "findings, inputs, assumptions and notes.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom report sample-plans/report-001.json -o review.html",
            "  headroom report review.json -o review.md --plan optimized --units GiB",
            "  headroom report review.json -o plans.csv"})
final class ReportCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Renderer renderer;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", required = true,
            description = "File to write: .html, one page that needs nothing beside it; .md, with PNG and CSV beside it; "
                    + ".csv, only the numbers of all plans.")
    private Path output;

    @Option(names = "--plan", paramLabel = "NAME", description = "The plan it is about; without it the first.")
    private String plan;

    @Option(names = "--units", paramLabel = "GB|GiB", defaultValue = "GB", converter = Units.class,
            description = "Units of bytes (default: ${DEFAULT-VALUE}).")
    private ByteUnits units;

    /** Units as people write them. */
    static final class Units implements ITypeConverter<ByteUnits> {

        @Override
        public ByteUnits convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "gb" -> ByteUnits.GB;
                case "gib" -> ByteUnits.GIB;
                default -> throw new TypeConversionException("'" + text + "' is no unit of bytes: write GB or GiB");
            };
        }
    }

    ReportCommand(Supplier<Catalog> catalog, Renderer renderer, Terminal terminal) {
        this.catalog = catalog;
        this.renderer = renderer;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (ReportKind.of(output).isEmpty()) {
            throw Refusal.notValid(ReportKind.refusal(output));
        }
        Catalog known = catalog.get();
        Review review = ReviewFile.read(file, known, terminal);
        int index = ReviewFile.indexOf(plan, review);
        Documents documents = new Documents(known);
        for (Map.Entry<Path, byte[]> made : renderer.report(new ReportRequest(review, index, output, units)).entrySet()) {
            SaveResult saved = documents.export(made.getKey(), made.getValue());
            if (!(saved instanceof SaveResult.Saved)) {
                throw Refusal.failed(saved.message());
            }
        }
        return ExitCode.OK;
    }
}
