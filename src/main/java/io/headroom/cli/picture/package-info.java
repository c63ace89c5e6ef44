/**
 * Pictures of the window that somebody asks for at the command line: what is asked, and who draws it.
 * The commands and the launcher, which has the window, may use it.
 * Start at {@link io.headroom.cli.picture.Renderer}.
 */
package io.headroom.cli.picture;
