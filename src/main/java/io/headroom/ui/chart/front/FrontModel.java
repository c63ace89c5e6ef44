package io.headroom.ui.chart.front;

import io.headroom.format.Formatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the chart of a front shows.
 *
 * @param title in one or two words
 * @param subtitle what of it
 * @param across the lower axis
 * @param up the left axis
 * @param points the front, in the order of the arrow keys
 * @param marked points beside the front, each with a name
 * @param own where one looks from, which need not be on the front
 * @param format how numbers are written
 * @param empty why there is nothing to see
 * @param sentence its message for readers aloud
 */
public record FrontModel(String title, String subtitle, Side across, Side up, List<Point> points, List<Point> marked,
        Optional<Point> own, Formatter format, String empty, String sentence) {

    public FrontModel {
        points = List.copyOf(points);
        marked = List.copyOf(marked);
    }

    /**
     * What an axis is.
     *
     * @param name what it measures
     * @param dimension its units
     * @param isMoreBetter whether its far end is the better one
     */
    public record Side(String name, io.headroom.format.Dimension dimension, boolean isMoreBetter) {
    }

    /**
     * One point.
     *
     * @param key what it is
     * @param x value along the lower axis
     * @param y value along the left axis
     * @param label its name on the chart, where there is room
     * @param words what it says, asked only when somebody wants to know
     */
    public record Point(String key, double x, double y, String label, Supplier<String> words) {
    }
}
