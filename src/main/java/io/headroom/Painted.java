package io.headroom;

import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Does something once a scene has painted its first frame: the toolkit begins a second pulse only when the frame of the
 * first is painted.
 */
final class Painted {

    private final Scene scene;
    private final Runnable then;
    private final Runnable listener = this::pulse;
    private int pulses;

    Painted(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    void listen() {
        scene.addPreLayoutPulseListener(listener);
        Platform.requestNextPulse();
    }

    private void pulse() {
        pulses++;
        if (pulses == 1) {
            Platform.requestNextPulse();
        } else {
            scene.removePreLayoutPulseListener(listener);
            Platform.runLater(then);
        }
    }
}
