/**
 * The charts of the window: each panel turns a judgement into what its chart shows.
 * The window uses it; it knows the session's figures and the charts.
 * Start at {@link io.headroom.ui.panel.ChartGrid}.
 */
package io.headroom.ui.panel;
