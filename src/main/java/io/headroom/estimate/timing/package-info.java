/**
 * What passes mean for prefill and decode: TTFT alone and in a burst, the decode step and its bound.
 * The estimator runs its models, simulation of a scheduler its step times; everybody may read its records.
 * Start at {@link io.headroom.estimate.timing.PrefillModel}, {@link io.headroom.estimate.timing.DecodeModel} and
 * {@link io.headroom.estimate.timing.StepTimes}.
 */
package io.headroom.estimate.timing;
