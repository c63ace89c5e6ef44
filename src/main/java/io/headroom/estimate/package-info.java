/**
 * The arithmetic: a pure function from a plan to an estimate, and how its numbers open down to their inputs.
 * Checks, exploration, command line and window call it; it knows only plans, the catalogue and dimensions.
 * Start at {@link io.headroom.estimate.Estimator}, {@link io.headroom.estimate.Estimate} and
 * {@link io.headroom.estimate.Metric}.
 */
package io.headroom.estimate;
