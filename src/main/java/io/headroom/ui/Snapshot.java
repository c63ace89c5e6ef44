package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.fit.FitChoice;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.file.Prompts;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of the window as it is on screen, made without a screen. */
public final class Snapshot {

    /** A picture asks no questions. */
    private static final Prompts NOBODY = new Prompts() {
        @Override
        public Optional<Path> fileToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> measurementsToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> modelToImport() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToSave(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> reportToSave(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Unsaved unsaved(String title) {
            return Unsaved.CANCEL;
        }

        @Override
        public Optional<String> newName(String old) {
            return Optional.empty();
        }

        @Override
        public boolean restoreDraft(String title) {
            return false;
        }

        @Override
        public boolean overwriteTheirs(String message) {
            return false;
        }
    };

    private Snapshot() {
    }

    /**
     * What picture is wanted.
     *
     * @param plan index of the plan to show
     * @param view what the middle of the window shows
     * @param width pixels
     * @param height pixels
     * @param look light or dark
     * @param isPresentation whether for an audience
     * @param fit a fit to be made and shown in the place of any view
     */
    public record Frame(int plan, ViewName view, int width, int height, Look look, boolean isPresentation,
            Optional<FitChoice> fit) {

        /** The first plan on a desktop. */
        public static final Frame DEFAULT = new Frame(0, ViewName.PLAN, 1440, 900, Look.LIGHT, false,
                Optional.empty());
    }

    /**
     * A PNG of the window showing {@code document}; to be called on the FX thread.
     *
     * @param document the review
     * @param title its file's name
     * @param catalog what can be chosen
     */
    public static byte[] png(Document document, String title, Catalog catalog, Frame frame) {
        return png(window(document, title, catalog, frame), frame.width(), frame.height());
    }

    /** The window showing {@code document}, in no scene yet; to be called on the FX thread. */
    public static MainWindow window(Document document, String title, Catalog catalog, Frame frame) {
        PlanSession session = new PlanSession(document.review(), Snapshot::check, System::nanoTime);
        DocumentSession documents = new DocumentSession(session, new Documents(catalog), catalog, Runnable::run,
                Runnable::run);
        documents.adopt(document, title);
        session.select(frame.plan());
        Theme theme = new Theme(frame.look());
        theme.presentationProperty().set(frame.isPresentation());
        MainWindow window = new MainWindow(session, documents, catalog, theme, Work.AT_ONCE);
        FileActions files = new FileActions(session, documents, NOBODY, path -> { }, text -> { });
        window.connect(files, List::of, () -> { });
        window.views().select(frame.view());
        frame.fit().ifPresent(window::showFitted);
        return window;
    }

    /**
     * A PNG of {@code window}, which is in no scene yet or in one of this size.
     *
     * @param width of the window
     * @param height of the window
     */
    public static byte[] png(MainWindow window, double width, double height) {
        Scene scene = window.getScene() == null ? window.scene(width, height) : window.getScene();
        window.refresh();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        // sizes that layout has just set decide about columns and thinned labels
        scene.getRoot().layout();
        BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the window is drawn on the FX thread only");
        }
    }
}
