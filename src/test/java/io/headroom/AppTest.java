package io.headroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("report-001.json (sample) – Headroom");
        assertThat(stage.getScene().getRoot().lookup(".menu-bar")).isNotNull();
    }

    @Test
    void knowsWhetherThereCanBeAWindow() {
        assertThat(WindowLauncher.hasDisplay(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
        assertThat(WindowLauncher.hasDisplay(Map.of(), "Linux")).isFalse();
        assertThat(WindowLauncher.hasDisplay(Map.of("DISPLAY", ""), "Linux")).isFalse();
        assertThat(WindowLauncher.hasDisplay(Map.of(), "Windows 11")).isTrue();
        assertThat(WindowLauncher.hasDisplay(Map.of(), "Mac OS X")).isTrue();
    }
}
