package io.headroom.soak;

import io.headroom.catalog.Catalog;
import io.headroom.explore.search.Workers;
import io.headroom.format.ByteUnits;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.Samples;
import io.headroom.session.draft.Autosave;
import io.headroom.session.draft.Drafts;
import io.headroom.session.fit.FitChoice;
import io.headroom.ui.MainWindow;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

/** The window as the program puts it together, with threads for disk and work; only its questions are answered at random. */
final class Bench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int WIDEST = 1380;
    private static final int HIGHEST = 1000;

    final PlanSession session;
    final DocumentSession documents;
    final Actions actions;
    private final MainWindow window;
    private final Theme theme = new Theme(Look.LIGHT);
    private final Stage stage = new Stage();
    private final List<ExecutorService> threads;

    Bench(Catalog catalog, SplittableRandom random, Path folder, List<Path> fodder) {
        ExecutorService disk = Executors.newSingleThreadExecutor(Bench::thread);
        ExecutorService work = Executors.newSingleThreadExecutor(Bench::thread);
        ExecutorService play = Executors.newSingleThreadExecutor(Bench::thread);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Bench::thread);
        threads = List.of(disk, work, play);
        Documents disks = new Documents(catalog);
        Document sample = new Document(null, Samples.read(Samples.FIRST, catalog), null);
        session = new PlanSession(sample.review(), Bench::checkThread, System::nanoTime);
        documents = new DocumentSession(session, disks, catalog, disk, Platform::runLater);
        documents.adopt(sample, Samples.title(Samples.FIRST));
        window = new MainWindow(session, documents, catalog, theme, new Work(work, Platform::runLater,
                CompletableFuture.delayedExecutor(120, TimeUnit.MILLISECONDS, work),
                CompletableFuture.delayedExecutor(120, TimeUnit.MILLISECONDS, play), Workers.ALONE));
        FileActions files = new FileActions(session, documents, new Answers(random, fodder, folder), path -> { },
                window::say);
        window.connect(files, () -> List.of(fodder.getFirst().toString()), () -> { });
        new Autosave(session, documents, new Drafts(folder.resolve("drafts"), disks, catalog), disk,
                task -> clock.schedule(() -> Platform.runLater(task), 3, TimeUnit.SECONDS));
        stage.setX(0);
        stage.setY(0);
        stage.setScene(window.scene(WIDTH, HEIGHT));
        stage.show();
        actions = new Actions(stage, random, session, files, fodder);
    }

    /** Redraws what is due; styles and layout follow with the pulse. */
    void redraw() {
        window.refresh();
    }

    /** Redraws all of it at once. */
    void settle() {
        window.refresh();
        window.applyCss();
        window.layout();
    }

    /** Turns to the view called {@code name}. */
    void view(ViewName name) {
        window.views().select(name);
    }

    /** Opens a file of any kind. */
    void open(Path file) {
        documents.open(file, isOpened -> { });
    }

    /** Opens the sample of this name. */
    void sample(String name) {
        documents.openSample(name);
    }

    /** Takes in rows of one's own. */
    void measurements(byte[] rows) {
        window.validation().open("measured.csv", rows);
    }

    /** Takes them away again, from the fit as well, which asks for them only while it is on screen. */
    void noMeasurements() {
        window.validation().close();
        window.fit().discard();
        window.fit().choose(FitChoice.FIRST);
        window.fit().look(window.validation().importedProperty().get());
    }

    /** As much room and as small a text as there can be. */
    void widen() {
        window.zoomProperty().set(0.8);
        stage.setWidth(WIDEST);
        stage.setHeight(HIGHEST);
    }

    /** All nodes that can be seen and used, of the view on screen or of the whole window. */
    List<Node> nodes(boolean isOfView) {
        return Hands.all(isOfView ? window.views() : window, Node.class, node -> true);
    }

    /** Back to how the program starts. */
    void reset() {
        actions.closePopups();
        // shuts the drawer and the sheet as well
        theme.presentationProperty().set(true);
        theme.presentationProperty().set(false);
        session.byteUnitsProperty().set(ByteUnits.GB);
        session.keepsGpusProperty().set(false);
        // the toolkit drops what it remembers of styles, which is as much as was seen since the looks were last changed
        theme.lookProperty().set(Look.DARK);
        theme.lookProperty().set(Look.LIGHT);
        window.zoomProperty().set(1);
        documents.openSample(Samples.FIRST);
        window.views().select(ViewName.PLAN);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
    }

    /** Waits until the threads behind the window have done what they were given. */
    void waitForThreads() throws Exception {
        for (ExecutorService thread : threads) {
            thread.submit(() -> { }).get(2, TimeUnit.MINUTES);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "soak");
        thread.setDaemon(true);
        return thread;
    }

    private static void checkThread() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("not on the FX thread");
        }
    }
}
