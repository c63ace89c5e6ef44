/**
 * Bytes per GPU: weights, KV cache, activations, reserve, and what would still fit.
 * Only the estimator calls it; everybody may read {@link io.headroom.estimate.memory.MemoryEstimate}.
 * Start at {@link io.headroom.estimate.memory.MemoryModel}.
 */
package io.headroom.estimate.memory;
