/**
 * The integer programme under the fleet questions: whole replicas that cover several demands from limited accelerators at the
 * least weight.
 * Only the fleet questions ask; it knows numbers and neither plans nor estimates.
 * Start at {@link io.headroom.explore.fleet.cover.CoverSearch}.
 */
package io.headroom.explore.fleet.cover;
