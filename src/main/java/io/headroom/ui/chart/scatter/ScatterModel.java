package io.headroom.ui.chart.scatter;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.List;

/**
 * What a scatter shows.
 *
 * @param title in one or two words
 * @param subtitle what of it
 * @param xName what the lower axis is
 * @param yName what the left axis is
 * @param dots in the order of the arrow keys
 * @param format how numbers are written
 * @param dimension what both axes measure
 * @param empty why there is nothing to see
 * @param sentence its message for readers aloud
 */
public record ScatterModel(String title, String subtitle, String xName, String yName, List<Dot> dots, Formatter format,
        Dimension dimension, String empty, String sentence) {

    public ScatterModel {
        dots = List.copyOf(dots);
    }
}
