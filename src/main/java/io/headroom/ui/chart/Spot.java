package io.headroom.ui.chart;

/**
 * A part of a chart that answers to the mouse and the arrow keys.
 *
 * @param key what it is, for those who light up the same thing elsewhere: "stage 3/KV cache"
 * @param box where it is
 * @param text what it says
 */
public record Spot(String key, Box box, String text) {
}
