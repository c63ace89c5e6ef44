package io.headroom;

import io.headroom.ui.MainWindow;
import io.headroom.ui.view.ViewName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * A start of the program without a display that shows every view once and ends, asked for by {@code -Dheadroom.trial}:
 * the cache of loaded classes is made by it, and the time and memory of a start are measured by it.
 */
final class Trial {

    private static final int PULSES_A_VIEW = 3;
    private static final long PAUSE_MILLIS = 2;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final PrintStream messages;
    private final Deque<ViewName> left = new ArrayDeque<>(List.of(ViewName.values()));
    private int pulses;

    private Trial(PrintStream messages) {
        this.messages = messages;
    }

    /** Whether one is asked for. */
    static boolean isWanted() {
        return Boolean.getBoolean("headroom.trial");
    }

    /** Says "painted" after the first frame, and after the last view how much memory is resident. */
    static void run(PrintStream messages, String... files) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Thread watch = new Thread(new Trial(messages)::watch, "trial");
        watch.setDaemon(true);
        watch.start();
        Application.launch(App.class, files);
    }

    private void watch() {
        try {
            while (!isAsked()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAsked() {
        try {
            Platform.runLater(this::look);
            return true;
        } catch (IllegalStateException e) {
            // the toolkit is not there yet
            return false;
        }
    }

    private void look() {
        Window.getWindows().stream().filter(Window::isShowing).findFirst().map(Window::getScene)
                .ifPresentOrElse(this::follow, () -> Platform.runLater(this::look));
    }

    private void follow(Scene scene) {
        scene.addPreLayoutPulseListener(() -> pulse(scene));
        Platform.requestNextPulse();
    }

    /** The toolkit begins a second pulse only when the frame of the first is painted. */
    private void pulse(Scene scene) {
        pulses++;
        if (pulses == 2) {
            messages.println("painted");
        }
        if (pulses % PULSES_A_VIEW == 0) {
            if (left.isEmpty()) {
                end();
                return;
            }
            ((MainWindow) scene.getRoot()).views().select(left.remove());
        }
        Platform.requestNextPulse();
    }

    private void end() {
        try {
            String resident = Files.exists(STATUS) ? Arrays.stream(Files.readString(STATUS).split("\n"))
                    .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("") : "";
            messages.println(resident);
        } catch (IOException e) {
            messages.println("VmRSS is not known: " + e.getMessage());
        }
        Platform.exit();
    }
}
