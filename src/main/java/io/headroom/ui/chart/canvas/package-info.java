/**
 * What all charts share: the canvas with its hover layer and focus, the pen, patterns, text measures, headings, axes, limits.
 * Charts are made of it; views use {@link io.headroom.ui.chart.canvas.Kind} and {@link io.headroom.ui.chart.canvas.Limit}.
 * Start at {@link io.headroom.ui.chart.canvas.ChartCanvas}, then {@link io.headroom.ui.chart.canvas.Pen}.
 */
package io.headroom.ui.chart.canvas;
