/**
 * What all charts share: the canvas with its hover layer and focus, the pen, patterns, headings, axes and limits.
 * Charts are made of it; views use only kinds and limits, to fill models.
 * Start at {@link io.headroom.ui.chart.canvas.ChartCanvas}, then {@link io.headroom.ui.chart.canvas.Pen}.
 */
package io.headroom.ui.chart.canvas;
