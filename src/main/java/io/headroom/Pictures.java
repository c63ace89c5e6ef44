package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.picture.RenderRequest;
import io.headroom.cli.picture.Renderer;
import io.headroom.cli.picture.ReportRequest;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.Opened;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.session.fit.FitChoice;
import io.headroom.ui.Snapshot;
import io.headroom.ui.report.Progress;
import io.headroom.ui.report.ReportMaker;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.ViewName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Draws pictures of the window in a toolkit without a display. */
final class Pictures implements Renderer {

    @Override
    public List<String> views() {
        return ViewName.ids();
    }

    @Override
    public int render(RenderRequest request, PrintStream messages) throws IOException {
        Catalog catalog = CatalogFiles.load();
        Document document = new Document(null, new Opened(request.review(), false, List.of()), null);
        String title = request.file().getFileName().toString();
        Snapshot.Frame frame = new Snapshot.Frame(request.plan(),
                request.view().flatMap(ViewName::of).orElse(ViewName.PLAN), request.width(), request.height(),
                request.theme() == RenderRequest.Theme.DARK ? Look.DARK : Look.LIGHT, request.isPresentation(),
                request.fit().map(f -> new FitChoice(Set.copyOf(f.measurements()), f.knobs(), f.isCalibrated())));
        SaveResult saved = new Documents(catalog).export(request.output(), draw(document, title, catalog, frame));
        if (saved instanceof SaveResult.Saved) {
            return ExitCode.OK;
        }
        messages.println(saved.message());
        return ExitCode.FAILED;
    }

    @Override
    public Map<Path, byte[]> report(ReportRequest request) {
        ReportMaker.Order order = new ReportMaker.Order(request.review(), request.plan(), request.units(),
                request.output());
        return painted(() -> new ReportMaker(CatalogFiles.load(), new Theme(Look.LIGHT), Runnable::run)
                .files(order, Progress.PATIENT).orElseThrow());
    }

    /** A PNG of the window; starts the toolkit as {@link #painted}. */
    static byte[] draw(Document document, String title, Catalog catalog, Snapshot.Frame frame) {
        return painted(() -> Snapshot.png(document, title, catalog, frame));
    }

    /** What {@code painting} makes in a toolkit without a display, which is started here: once in a process. */
    static <T> T painted(Supplier<T> painting) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<T> made = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                made.complete(painting.get());
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        });
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window could not be drawn: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while drawing", e);
        }
    }
}
