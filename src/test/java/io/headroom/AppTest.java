package io.headroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ui.MainWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program as it starts. */
class AppTest {

    @TempDir
    Path home;
    private final String realHome = System.getProperty("user.home");

    @AfterEach
    void restore() throws Exception {
        System.setProperty("user.home", realHome);
        FxToolkit.cleanupStages();
    }

    @Test
    void startsWithTheFirstSampleAndNamesItInItsTitle() throws Exception {
        System.setProperty("user.home", home.toString());
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(App.class);
        // the outline is painted first
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> stage.getScene().getRoot() instanceof MainWindow);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("report-001.json (sample) – Headroom");
        assertThat(stage.getScene().getRoot().lookup(".menu-bar")).isNotNull();
    }

    @Test
    void knowsWhetherThereCanBeAWindow() throws IOException {
        Files.createFile(home.resolve("X1"));
        assertThat(WindowLauncher.hasDisplay(":1", "Linux", home)).isTrue();
        assertThat(WindowLauncher.hasDisplay(":1.0", "Linux", home)).isTrue();
        assertThat(WindowLauncher.hasDisplay(":2", "Linux", home)).isFalse();
        assertThat(WindowLauncher.hasDisplay("", "Linux", home)).isFalse();
        assertThat(WindowLauncher.hasDisplay("desk:10.0", "Linux", home)).as("of another machine").isTrue();
        assertThat(WindowLauncher.hasDisplay("", "Windows 11", home)).isTrue();
    }
}
