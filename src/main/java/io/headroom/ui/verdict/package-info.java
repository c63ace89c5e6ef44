/**
 * What a plan means, in words: the strip of five tiles, the requirements, the findings and the notes.
 * The window uses it; it knows the session's figures.
 * Start at {@link io.headroom.ui.verdict.VerdictStrip}.
 */
package io.headroom.ui.verdict;
