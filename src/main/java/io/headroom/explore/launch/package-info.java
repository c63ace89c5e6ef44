/**
 * A plan as the command that starts it: the flags of the usual engines for its degrees, formats and limits, to try.
 * The window and the report use it; it knows plans and how their degrees share GPUs.
 * Start at {@link io.headroom.explore.launch.Launch}.
 */
package io.headroom.explore.launch;
