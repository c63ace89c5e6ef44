/**
 * Seconds of a pass, operation by operation, and what follows for prefill and decode.
 * Only the estimator calls it; everybody may read its records.
 * Start at {@link io.headroom.estimate.timing.PrefillModel} and {@link io.headroom.estimate.timing.DecodeModel}.
 */
package io.headroom.estimate.timing;
