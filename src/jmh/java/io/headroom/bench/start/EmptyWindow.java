package io.headroom.bench.start;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with a slider in it, which says "painted" as the program does and ends. */
public final class EmptyWindow {

    private EmptyWindow() {
    }

    /** Opens it. */
    public static void main(String[] args) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {

        private int pulses;

        @Override
        public void start(Stage stage) {
            Scene scene = new Scene(new StackPane(new Slider(0, 100, 0)), 1280, 720);
            stage.setScene(scene);
            stage.show();
            scene.addPreLayoutPulseListener(() -> {
                pulses++;
                if (pulses == 2) {
                    System.err.println("painted");
                    System.err.println("complete");
                    Platform.exit();
                }
                Platform.requestNextPulse();
            });
            Platform.requestNextPulse();
        }
    }
}
