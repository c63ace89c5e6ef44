/**
 * What the user does with files: choosing them, being asked before something is lost, hearing what became of it.
 * The window uses it; it knows the session of the document.
 * Start at {@link io.headroom.ui.file.FileActions}.
 */
package io.headroom.ui.file;
