package io.headroom.ui.chart.canvas;

import java.util.function.Supplier;

/**
 * A chart that is made in order to be printed.
 *
 * @param id its name in file names
 * @param chart makes it, with what it shows; on the FX thread
 */
public record Drawing(String id, Supplier<ChartCanvas> chart) {
}
