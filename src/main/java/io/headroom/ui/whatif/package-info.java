/**
 * The view that asks what if: all legal values of one input, a notch of every input, a map of two.
 * The main window may use it; it draws what {@code explore.whatif} found and hands clicks back as edits.
 * Start at {@link io.headroom.ui.whatif.WhatIfView}.
 */
package io.headroom.ui.whatif;
