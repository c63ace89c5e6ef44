/**
 * Charts painted on a canvas: stacked bars against a limit, times beside what the hardware could do, a breakdown.
 * Views hand them plain values with words; they know no plan and no estimate.
 * Start at {@link io.headroom.ui.chart.ChartCanvas}, then {@link io.headroom.ui.chart.StackedBars}.
 */
package io.headroom.ui.chart;
