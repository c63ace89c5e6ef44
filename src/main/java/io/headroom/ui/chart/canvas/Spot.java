package io.headroom.ui.chart.canvas;

import java.util.function.Supplier;

/**
 * A part of a chart that answers to the mouse and the arrow keys.
 *
 * @param key what it is, for those who light up the same thing elsewhere: "stage 3/KV cache"
 * @param box where it answers
 * @param mark where the pins of notes on it lie beside: the part itself, or a smaller place in it
 * @param words makes what it says; asked only when somebody wants to know, since most parts are never asked
 */
public record Spot(String key, Box box, Box mark, Supplier<String> words) {

    /** A part whose notes lie beside all of it. */
    public Spot(String key, Box box, Supplier<String> words) {
        this(key, box, box, words);
    }

    /** What it says, in one to three lines. */
    public String text() {
        return words.get();
    }
}
