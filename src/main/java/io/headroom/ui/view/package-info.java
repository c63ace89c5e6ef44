/**
 * The views of the window: what its middle can show, one at a time, and the switch between them.
 * The window uses it; a view is handed what is to be shown and knows nothing of the others.
 * Start at {@link io.headroom.ui.view.View} and {@link io.headroom.ui.view.Views}.
 */
package io.headroom.ui.view;
