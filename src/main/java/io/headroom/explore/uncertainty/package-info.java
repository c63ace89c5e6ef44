/**
 * What a plan's numbers come to where some of its inputs lie within ranges only: bands by sampling, the chance of each
 * limit, what drives the width, and the plan at the worse end of everything.
 * Command line and window ask; nothing here has chance or threads of its own: samples follow from a seed and a number.
 * Start at {@link io.headroom.explore.uncertainty.Uncertainty}.
 */
package io.headroom.explore.uncertainty;
