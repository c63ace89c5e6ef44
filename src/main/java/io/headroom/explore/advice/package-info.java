/**
 * All that can be said of a plan besides its numbers, as one record: what is missed, what to change, how far it goes.
 * The command line and the window ask here, so that both say the same; the parts know nothing of each other.
 * Start at {@link io.headroom.explore.advice.Advice}.
 */
package io.headroom.explore.advice;
