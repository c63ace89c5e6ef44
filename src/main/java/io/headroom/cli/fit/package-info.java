/**
 * The command that fits assumptions of a plan to measured figures, and the arguments by which it is told what to fit.
 * The command line adds it; pictures of the same fit take the same arguments.
 * Start at {@link io.headroom.cli.fit.FitCommand}.
 */
package io.headroom.cli.fit;
