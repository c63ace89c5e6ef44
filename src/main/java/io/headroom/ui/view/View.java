package io.headroom.ui.view;

import io.headroom.session.Shown;
import javafx.scene.layout.Region;

/**
 * One way to see the review, in the middle of the window. Only the view on screen is asked for anything: one that is
 * not shown costs nothing when a slider moves, and has no nodes before it is shown first.
 */
public interface View {

    /** Which one it is. */
    ViewName name();

    /** What is put into the window; made at the first call, the same at every further one. */
    Region node();

    /** Redraws with {@code shown}; called once a pulse at most, and only while on screen. */
    void show(Shown shown);

    /** Told that another view takes its place. */
    default void hidden() {
    }
}
