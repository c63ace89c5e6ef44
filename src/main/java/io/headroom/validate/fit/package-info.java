/**
 * Fits the assumptions of a plan to measurements of one's own system, and says how well each of them is known afterwards.
 * The session, the window and the command line may use it; it knows plans and estimates only.
 * Start at {@link io.headroom.validate.fit.AssumptionFit}.
 */
package io.headroom.validate.fit;
