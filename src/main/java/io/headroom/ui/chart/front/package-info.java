/**
 * Points of a front on two axes of their own, with the point that is looked from.
 * The view of layouts uses it; it knows numbers and their units, not what they mean.
 * Start at {@link io.headroom.ui.chart.front.FrontChart}.
 */
package io.headroom.ui.chart.front;
