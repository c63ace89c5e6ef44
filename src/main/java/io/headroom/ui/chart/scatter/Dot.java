package io.headroom.ui.chart.scatter;

import java.util.function.Supplier;

/**
 * One dot.
 *
 * @param key what it is
 * @param x value along the lower axis, above 0
 * @param y value along the left axis, above 0
 * @param mark colour and form
 * @param stress how much it is to be seen
 * @param words what it says, asked only when somebody wants to know
 */
public record Dot(String key, double x, double y, Mark mark, Stress stress, Supplier<String> words) {

    /** How much a dot is to be seen; later ones are painted above. */
    public enum Stress { FADED, DOUBTED, NORMAL, RINGED, OWN }
}
