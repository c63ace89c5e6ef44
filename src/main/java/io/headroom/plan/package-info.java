/**
 * What the user decides: one immutable {@link io.headroom.plan.Plan} and the review it belongs to.
 * Everybody may use it; it knows only the catalogue.
 * Start at {@link io.headroom.plan.Plan}.
 */
package io.headroom.plan;
