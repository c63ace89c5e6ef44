/**
 * The view that sets the plans of a review side by side.
 * The main window may use it; rows and differences come from {@code explore.compare}.
 * Start at {@link io.headroom.ui.compare.CompareView}.
 */
package io.headroom.ui.compare;
