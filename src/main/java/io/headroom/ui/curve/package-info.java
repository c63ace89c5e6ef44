/**
 * The view of curves: memory and times over the prompt lengths of the plan, and its operations under the roofline.
 * Only the window may use it; it draws what the package {@code explore.curve} says and knows no arithmetic of plans.
 * Start at {@link io.headroom.ui.curve.CurveView}.
 */
package io.headroom.ui.curve;
