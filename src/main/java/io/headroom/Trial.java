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
import javafx.scene.control.Slider;
import javafx.stage.Window;

/**
 * A start of the program without a display that shows every view once and ends, asked for by
 * {@code -Dheadroom.trial=true}: the time and memory of a start are measured by it. With
 * {@code -Dheadroom.trial=training} it moves sliders before, some hundred times: the cache of loaded classes is made by
 * it, and with them it keeps what the virtual machine learned of the code that runs at every move.
 */
final class Trial {

    private static final String PROPERTY = "headroom.trial";
    private static final int PULSES_A_VIEW = 3;
    private static final long PAUSE_MILLIS = 2;
    private static final int MOVES = 600;
    // shares of a slider's range, from the last; -1 is where it was
    private static final double[] PLACES = {-1, 1, 0.75, 0.5, 0.25, 0};
    private static final Path STATUS = Path.of("/proc/self/status");

    private final PrintStream messages;
    private final Deque<ViewName> left = new ArrayDeque<>(List.of(ViewName.values()));
    private int pulses;
    // of the whole window
    private int whole;
    private int moves = isTraining() ? MOVES : 0;
    private double before;

    private Trial(PrintStream messages) {
        this.messages = messages;
    }

    /** Whether one is asked for. */
    static boolean isWanted() {
        return !System.getProperty(PROPERTY, "").isEmpty();
    }

    private static boolean isTraining() {
        return System.getProperty(PROPERTY).equals("training");
    }

    /**
     * Says "painted" after the first frame, "complete" after the first of the whole window, and after the last view how
     * much memory is resident.
     */
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
        if (scene.getRoot() instanceof MainWindow window) {
            use(window);
        }
        Platform.requestNextPulse();
    }

    private void use(MainWindow window) {
        whole++;
        if (whole == 2) {
            messages.println("complete");
        }
        if (moves > 0 && whole > 2) {
            moves--;
            move(window);
        } else if (whole % PULSES_A_VIEW == 0) {
            if (left.isEmpty()) {
                end();
            } else {
                window.views().select(left.remove());
            }
        }
    }

    /** Moves one slider after another to the middle, to its end and to where it was. */
    private void move(MainWindow window) {
        List<Slider> sliders = window.lookupAll(".slider").stream().filter(Slider.class::isInstance)
                .map(Slider.class::cast).filter(slider -> !slider.isDisabled()).toList();
        Slider slider = sliders.get(moves / PLACES.length % sliders.size());
        double place = PLACES[moves % PLACES.length];
        if (moves % PLACES.length == PLACES.length - 1) {
            before = slider.getValue();
        }
        slider.setValue(place < 0 ? before : slider.getMin() + place * (slider.getMax() - slider.getMin()));
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
