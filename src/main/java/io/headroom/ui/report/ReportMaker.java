package io.headroom.ui.report;

import io.headroom.catalog.Catalog;
import io.headroom.format.ByteUnits;
import io.headroom.plan.Review;
import io.headroom.planfile.Embedded;
import io.headroom.planfile.PlanFile;
import io.headroom.report.write.Picture;
import io.headroom.report.write.ReportContent;
import io.headroom.report.write.ReportKind;
import io.headroom.report.write.ReportWriter;
import io.headroom.ui.chart.canvas.Drawing;
import io.headroom.ui.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes the files of a report, away from the FX thread: only the charts are painted there, one at a time, so that whoever
 * drags a slider meanwhile gets a frame between two of them.
 */
public final class ReportMaker {

    // judging and advice take as long as the charts
    private static final double CHARTS_FROM = 0.3;
    private static final double CHARTS_TO = 0.9;

    private final Catalog catalog;
    private final Printer printer;
    private final Executor window;

    /**
     * @param catalog what the audit of claims looks up
     * @param theme typeface of the charts
     * @param window the FX thread
     */
    public ReportMaker(Catalog catalog, Theme theme, Executor window) {
        this.catalog = catalog;
        this.printer = new Printer(theme);
        this.window = window;
    }

    /**
     * What the report asked for is.
     *
     * @param review the plans
     * @param plan index of the plan it is about
     * @param units how bytes are shown
     * @param file where it goes; its ending says what it is
     */
    public record Order(Review review, int plan, ByteUnits units, Path file) {
    }

    /**
     * The files by their paths, the one asked for first; nothing where it is not wanted any more.
     *
     * @throws IllegalArgumentException where the ending of the file is none of {@link ReportKind}
     */
    public Optional<Map<Path, byte[]>> files(Order order, Progress progress) {
        ReportKind kind = ReportKind.of(order.file()).orElseThrow(() -> new IllegalArgumentException(
                ReportKind.refusal(order.file())));
        progress.at("Judging the plans", 0);
        String json = new String(PlanFile.write(order.review()), StandardCharsets.UTF_8);
        Optional<ReportContent> content = ReportContent.of(order.review(), order.plan(), catalog, order.units(), json,
                progress::isWanted);
        if (content.isPresent() && kind != ReportKind.CSV) {
            content = pictures(content.get(), progress).map(content.get()::with);
        }
        progress.at("Writing", CHARTS_TO);
        return content.filter(_ -> progress.isWanted()).map(report -> written(kind, report, order));
    }

    private static Map<Path, byte[]> written(ReportKind kind, ReportContent report, Order order) {
        return switch (kind) {
            case HTML -> Map.of(order.file(), ReportWriter.html(report, Embedded.element(order.review())));
            case CSV -> Map.of(order.file(), ReportWriter.csv(report));
            case MARKDOWN -> {
                Map<Path, byte[]> files = new LinkedHashMap<>();
                ReportWriter.markdown(report, ReportKind.name(order.file())).forEach((name, bytes) -> files.put(
                        files.isEmpty() ? order.file() : order.file().resolveSibling(name), bytes));
                yield files;
            }
        };
    }

    private Optional<List<Picture>> pictures(ReportContent report, Progress progress) {
        List<Drawing> drawings = Printer.drawings(report);
        List<Picture> pictures = new ArrayList<>();
        for (Drawing drawing : drawings) {
            if (!progress.isWanted()) {
                return Optional.empty();
            }
            progress.at("Painting chart " + (pictures.size() + 1) + " of " + drawings.size(),
                    CHARTS_FROM + (CHARTS_TO - CHARTS_FROM) * pictures.size() / drawings.size());
            pictures.add(CompletableFuture.supplyAsync(() -> printer.print(drawing), window).join().picture());
        }
        return Optional.of(pictures);
    }
}
