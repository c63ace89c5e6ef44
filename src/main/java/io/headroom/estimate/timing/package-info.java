/**
 * What passes mean for prefill and decode: TTFT alone and in a burst, the decode step and its bound.
 * Only the estimator calls it; everybody may read its records.
 * Start at {@link io.headroom.estimate.timing.PrefillModel} and {@link io.headroom.estimate.timing.DecodeModel}.
 */
package io.headroom.estimate.timing;
