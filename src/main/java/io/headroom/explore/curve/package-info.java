/**
 * A plan's numbers along a line: over the lengths of its prompts, and operation by operation under the roofline.
 * Only views and the command line may use it; it asks the estimator and the judge, and reckons nothing that they do not say.
 * Start at {@link io.headroom.explore.curve.LengthCurve} and {@link io.headroom.explore.curve.Roofline}.
 */
package io.headroom.explore.curve;
