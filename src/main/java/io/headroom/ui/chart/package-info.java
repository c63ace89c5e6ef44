/**
 * Charts painted on a canvas: stacked bars against a limit, times beside what the hardware could do, a breakdown.
 * Views hand them plain values with words; they know no plan and no estimate.
 * Start at {@link io.headroom.ui.chart.StackedBars} and {@link io.headroom.ui.chart.Breakdown}.
 */
package io.headroom.ui.chart;
