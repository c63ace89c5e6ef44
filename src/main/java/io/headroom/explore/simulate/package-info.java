/**
 * Continuous batching played through, step by step: what single requests see under a scheduler's policy.
 * Command line and window use it; it knows plans and estimates, and no clock: chance comes from a seed.
 * Start at {@link io.headroom.explore.simulate.Simulation} and {@link io.headroom.explore.simulate.Distribution}.
 */
package io.headroom.explore.simulate;
