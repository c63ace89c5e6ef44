/**
 * The sampling of the plan on screen where some of its inputs have ranges: when it is asked for and what is there by now.
 * The window asks; the samples are those of {@code explore.uncertainty}.
 * Start at {@link io.headroom.session.doubt.DoubtSession}.
 */
package io.headroom.session.doubt;
