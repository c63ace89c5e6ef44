package io.headroom.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Runs a redraw at most once a pulse, however often it is asked for. */
final class Redraw {

    private final Runnable action;
    private boolean isDue = true;

    Redraw(Runnable action) {
        this.action = action;
    }

    /** Redraws with every pulse of {@code scene} before which somebody asked. */
    void install(Scene scene) {
        scene.addPreLayoutPulseListener(this::now);
    }

    /** Asks for a redraw. */
    void request() {
        isDue = true;
        Platform.requestNextPulse();
    }

    /** Redraws now if somebody asked. */
    void now() {
        if (isDue) {
            isDue = false;
            action.run();
        }
    }
}
