/**
 * What a plan may be: the rules of legality, each with its arithmetic, and the values that a slider may stop at.
 * Everybody above {@code estimate} may use it; it knows only plans, the catalogue and the groups of the estimate.
 * Start at {@link io.headroom.check.legal.Legality} and {@link io.headroom.check.legal.Notches}.
 */
package io.headroom.check.legal;
