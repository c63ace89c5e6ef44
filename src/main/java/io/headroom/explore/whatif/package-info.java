/**
 * What if one input, or two, had another value: all legal values of one, a step of each, a map of two.
 * The session, the window and the command line may use it; it knows plans, their inputs and judgements.
 * Start at {@link io.headroom.explore.whatif.Sweep}.
 */
package io.headroom.explore.whatif;
