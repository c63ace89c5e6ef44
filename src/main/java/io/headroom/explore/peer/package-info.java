/**
 * What other programs would say of a number: their formula with the values of the plan, beside ours.
 * The session, the window and the command line may use it; it knows explanations and nothing of who shows it.
 * Start at {@link io.headroom.explore.peer.Peers}.
 */
package io.headroom.explore.peer;
