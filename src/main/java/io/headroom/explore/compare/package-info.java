/**
 * Sets the plans of a review side by side: inputs and metrics, differences to one of them.
 * The session, the window and the command line may use it; it knows judgements and the inputs of plans.
 * Start at {@link io.headroom.explore.compare.Comparison}.
 */
package io.headroom.explore.compare;
