package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Review;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.Opened;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.Samples;
import io.headroom.ui.file.FileActions;
import io.headroom.ui.theme.Look;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on the toolkit without a display, 1280 by 720, showing the sample of report 001. */
abstract class WindowTest {

    private static final long TIMEOUT_MILLIS = 10_000;
    static final Catalog CATALOG = CatalogFiles.load();

    final FxRobot robot = new FxRobot();
    final List<String> used = new ArrayList<>();
    FakePrompts prompts;
    PlanSession session;
    DocumentSession documents;
    FileActions files;
    MainWindow window;
    Stage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::fill);
        settle();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    private void fill(Stage shown) {
        prompts = new FakePrompts();
        Opened opened = sample();
        session = new PlanSession(opened.review(), WindowTest::checkThread, System::nanoTime);
        documents = new DocumentSession(session, new Documents(CATALOG), CATALOG, Runnable::run, Runnable::run);
        documents.adopt(new Document(null, opened, null), "report-001.json");
        window = new MainWindow(session, documents, CATALOG, new Theme(Look.LIGHT), work());
        files = new FileActions(session, documents, prompts, path -> used.add(path.toString()), window::say);
        window.connect(files, List::of, stage::close);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(window.scene(1280, 720));
        stage.show();
    }

    /** Where views let things be computed. */
    Work work() {
        return Work.AT_ONCE;
    }

    /** What the window shows at first. */
    Opened sample() {
        return Samples.read(Samples.FIRST, CATALOG);
    }

    static Review review(String sample) {
        return Samples.read(sample, CATALOG).review();
    }

    /** Runs on the thread of the window and waits until it has redrawn. */
    void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(TIMEOUT_MILLIS, action);
        settle();
    }

    /** Waits until the window has redrawn. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
            window.refresh();
            window.applyCss();
            window.layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    Node byId(String id) {
        return find(Node.class, id);
    }

    Slider slider(String key) {
        return stage.getScene().getRoot().lookupAll(".slider").stream().filter(n -> key.equals(n.getId()))
                .map(Slider.class::cast).findFirst().orElseThrow();
    }

    <T extends Node> T find(Class<T> type, String id) {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(n -> id.equals(n.getId()))
                .map(type::cast).findFirst().orElseThrow();
    }

    String tile(String id) {
        StringBuilder text = new StringBuilder();
        find(Node.class, id).lookupAll(".label").stream().map(Label.class::cast)
                .forEach(l -> text.append(l.getText()).append('|'));
        return text.toString();
    }

    /** Drags the thumb of a slider by {@code pixels} in several moves. */
    void drag(String key, double pixels) {
        Node thumb = slider(key).lookup(".thumb");
        robot.moveTo(thumb).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 8; i++) {
            robot.moveBy(pixels / 8, 0);
        }
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /** Keeps a picture of the window where {@code -Dheadroom.pictures=FOLDER} asks for it: for looking, not for judging. */
    void picture(String name) {
        String pictures = System.getProperty("headroom.pictures");
        if (pictures != null) {
            onWindow(() -> {
                try {
                    var image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
                    ImageIO.write(image, "png", Path.of(pictures, name + ".png").toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void checkThread() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("not on the FX thread");
        }
    }
}
