/**
 * The command line: the same engine as the window, without a window.
 * Only the program's start may use it; it knows everything but the session and the window, which are handed in.
 * Start at {@link io.headroom.cli.Cli}.
 */
package io.headroom.cli;
