package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.cli.search.Threads;
import io.headroom.explore.search.Workers;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.Samples;
import io.headroom.session.draft.Autosave;
import io.headroom.session.draft.Draft;
import io.headroom.session.draft.Drafts;
import io.headroom.session.settings.Settings;
import io.headroom.session.settings.SettingsFile;
import io.headroom.ui.MainWindow;
import io.headroom.ui.Outline;
import io.headroom.ui.WindowPlace;
import io.headroom.ui.file.Dialogs;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** Puts the parts of the window together. */
public final class App extends Application {

    private static final long LAST_SAVE_SECONDS = 30;
    private static final long AUTOSAVE_SECONDS = 3;
    // a slider that stands still for so long has arrived
    private static final long SETTLING_MILLIS = 120;
    private static volatile boolean hasStarted;
    private static volatile RuntimeException failure;

    // one thread that is never interrupted, as the disk needs
    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> new Thread(task, "disk"));
    // long computations of views: they hold no file, so nothing waits for them at the end
    private final ExecutorService work = Executors.newSingleThreadExecutor(App::workThread);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(App::workThread);
    // apart from them, so that percentiles do not wait for the public measurements
    private final ExecutorService play = Executors.newSingleThreadExecutor(App::workThread);
    private Settings settings;
    private SettingsFile settingsFile;
    private Autosave autosave;

    /** Whether a display was found and the window was about to be made. */
    static boolean hasStarted() {
        return hasStarted;
    }

    /** What made the window fail after its first frame. */
    static Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Shows an outline at once, and the window in its place when the outline is painted. */
    @Override
    public void start(Stage stage) {
        hasStarted = true;
        Path folder = SettingsFile.folder(System.getenv(), System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
        settingsFile = new SettingsFile(folder, new Documents(Catalog.EMPTY));
        settings = settingsFile.load();
        Look look = Look.valueOf(settings.look().toUpperCase(Locale.ROOT));
        Palette palette = Theme.palette(look);
        Scene scene = new Scene(new Outline(palette, settings.zoom()), WindowPlace.WIDTH, WindowPlace.HEIGHT);
        scene.setFill(palette.color(Ink.SURFACE));
        stage.setScene(scene);
        stage.setTitle("Headroom");
        WindowPlace.restore(stage, settings.bounds());
        stage.setOnHiding(e -> settings = settings.withBounds(WindowPlace.of(stage)));
        stage.show();
        Early.begin();
        new Painted(scene, () -> {
            try {
                fill(stage, look, folder);
            } catch (RuntimeException | Error e) {
                failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
                Platform.exit();
            }
        }).listen();
    }

    private void fill(Stage stage, Look look, Path folder) {
        // while the catalogue is still being read
        Theme theme = new Theme(look);
        Catalog catalog = Early.get().catalog();
        Documents files = new Documents(catalog);
        Drafts drafts = new Drafts(folder.resolve("drafts"), files, catalog);
        Document sample = new Document(null, Early.get().sample(), null);
        PlanSession session = new PlanSession(sample.review(), App::checkThread, System::nanoTime);
        DocumentSession documents = new DocumentSession(session, files, catalog, disk, Platform::runLater);
        documents.adopt(sample, Samples.title(Samples.FIRST));
        MainWindow window = new MainWindow(session, documents, catalog, theme, new Work(work, Platform::runLater,
                settling(work), settling(play), searchers()));
        Dialogs dialogs = new Dialogs(stage, theme);
        FileActions actions = new FileActions(session, documents, dialogs,
                path -> settings = settings.withRecent(path.toAbsolutePath().toString()), window::say);
        window.connect(actions, () -> settings.recent(), () -> actions.unlessUnsaved(stage::close));
        remember(session, theme, window);
        window.fill(stage.getScene());
        follow(stage, session, documents, theme, actions);
        autosave = new Autosave(session, documents, drafts, disk, this::later);
        getParameters().getRaw().stream().findFirst().ifPresent(file -> actions.open(Path.of(file)));
        disk.execute(() -> offer(drafts.left(), dialogs));
    }

    private static Executor settling(Executor thread) {
        return CompletableFuture.delayedExecutor(SETTLING_MILLIS, TimeUnit.MILLISECONDS, thread);
    }

    private static void follow(Stage stage, PlanSession session, DocumentSession documents, Theme theme,
            FileActions actions) {
        stage.titleProperty().bind(Bindings.createStringBinding(
                () -> (session.dirtyProperty().get() ? "● " : "") + documents.titleProperty().get() + " – Headroom",
                session.dirtyProperty(), documents.titleProperty()));
        stage.setOnCloseRequest(e -> {
            e.consume();
            actions.unlessUnsaved(stage::close);
        });
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        theme.presentationProperty().subscribe((before, now) -> stage.setFullScreen(now));
    }

    /** Offers the first draft for the screen; the others stay for the next start. */
    private void offer(List<Draft> left, Dialogs dialogs) {
        if (left.isEmpty()) {
            return;
        }
        Draft draft = left.getFirst();
        Platform.runLater(() -> {
            if (dialogs.restoreDraft(draft.title())) {
                autosave.restore(draft);
            } else {
                autosave.forget(draft);
            }
        });
    }

    private void later(Runnable task) {
        clock.schedule(() -> Platform.runLater(task), AUTOSAVE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        if (settings != null) {
            settingsFile.save(settings);
        }
        if (autosave != null) {
            autosave.end();
        }
        clock.shutdownNow();
        work.shutdownNow();
        play.shutdownNow();
        disk.shutdown();
        disk.awaitTermination(LAST_SAVE_SECONDS, TimeUnit.SECONDS);
    }

    private void remember(PlanSession session, Theme theme, MainWindow window) {
        session.byteUnitsProperty().set(settings.byteUnits());
        window.zoomProperty().set(settings.zoom());
        session.byteUnitsProperty().subscribe((before, now) -> settings = settings.withByteUnits(now));
        window.zoomProperty().subscribe((before, now) -> settings = settings.withZoom(now.doubleValue()));
        theme.lookProperty().subscribe(
                (before, now) -> settings = settings.withLook(now.name().toLowerCase(Locale.ROOT)));
    }

    /** All cores but one, which the window keeps for itself. */
    private static Workers searchers() {
        int count = Runtime.getRuntime().availableProcessors() - 1;
        return count > 1 ? new Threads(count, App::workThread) : Workers.ALONE;
    }

    private static Thread workThread(Runnable task) {
        Thread thread = new Thread(task, "work");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private static void checkThread() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the session is used on the FX thread only");
        }
    }
}
