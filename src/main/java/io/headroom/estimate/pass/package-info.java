/**
 * Seconds, FLOP and bytes of one pass of the model, operation by operation, on every pipeline stage.
 * The timing of prefill and decode runs passes; everybody may read {@link io.headroom.estimate.pass.Part} and
 * {@link io.headroom.estimate.pass.Bound}.
 * Start at {@link io.headroom.estimate.pass.PassTimer}.
 */
package io.headroom.estimate.pass;
