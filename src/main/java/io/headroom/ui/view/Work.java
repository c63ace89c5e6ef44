package io.headroom.ui.view;

import io.headroom.explore.search.Workers;
import java.util.concurrent.Executor;

/**
 * Where views let things be computed that take longer than a frame.
 *
 * @param background runs them, away from the window's thread
 * @param window takes their results back to it
 * @param rested as background, a moment later: for what is not worth beginning while a slider moves
 * @param settled as rested, but on a thread apart, so that neither waits for the other
 * @param workers who share what a search has to do, for the thread of {@code background}
 */
public record Work(Executor background, Executor window, Executor rested, Executor settled, Workers workers) {

    /** With one thread for a search, and no moment before it begins. */
    public Work(Executor background, Executor window, Executor settled) {
        this(background, window, background, settled, Workers.ALONE);
    }

    /** Without that moment. */
    public Work(Executor background, Executor window) {
        this(background, window, background);
    }

    /** Everything at once on the thread that asks: for pictures and tests. */
    public static final Work AT_ONCE = new Work(Runnable::run, Runnable::run);
}
