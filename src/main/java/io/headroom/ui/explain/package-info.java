/**
 * The view that opens a number: its formula, the formula with its values, the inputs, down to catalogue and plan.
 * The main window may use it; the terms come from the estimator itself.
 * Start at {@link io.headroom.ui.explain.ExplainView}.
 */
package io.headroom.ui.explain;
