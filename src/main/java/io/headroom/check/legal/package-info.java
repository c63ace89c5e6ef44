/**
 * The words in which rules and repairs speak: findings, what holds, fixes, and the dials of a plan.
 * Everybody above {@code estimate} may use them; they know only plans.
 * Start at {@link io.headroom.check.legal.Finding} and {@link io.headroom.check.legal.Dial}.
 */
package io.headroom.check.legal;
