/**
 * What a deployment costs in money and energy.
 * Only the estimator calls it; everybody may read its records.
 * Start at {@link io.headroom.estimate.cost.Cost}.
 */
package io.headroom.estimate.cost;
