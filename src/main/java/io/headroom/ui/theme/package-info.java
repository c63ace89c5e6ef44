/**
 * Light and dark looks: colours with their patterns, style sheets, the bundled typeface.
 * Everything that draws may use it; it knows nothing of plans.
 * Start at {@link io.headroom.ui.theme.Theme}.
 */
package io.headroom.ui.theme;
