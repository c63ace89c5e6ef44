/**
 * What the program remembers from one start to the next: look, units, size of text, recent files, place of the window.
 * Only the program's start may use it; it knows the disk and nothing of plans.
 * Start at {@link io.headroom.session.settings.SettingsFile}.
 */
package io.headroom.session.settings;
