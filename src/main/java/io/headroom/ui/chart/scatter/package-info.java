/**
 * Dots on two logarithmic axes of one range, with the diagonal on which both are equal.
 * The view that compares estimates with measurements uses it; it knows numbers and their units, not what they mean.
 * Start at {@link io.headroom.ui.chart.scatter.Scatter}.
 */
package io.headroom.ui.chart.scatter;
