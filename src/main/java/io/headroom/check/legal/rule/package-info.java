/**
 * The rules of legality, each with its arithmetic, its source and the reason for which it holds.
 * Everybody above {@code estimate} may ask; rules know only plans, the catalogue and the groups of the estimate.
 * Start at {@link io.headroom.check.legal.rule.Legality}.
 */
package io.headroom.check.legal.rule;
