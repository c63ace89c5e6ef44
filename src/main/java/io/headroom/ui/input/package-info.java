/**
 * The controls by which a plan is changed: sliders over legal values, number fields, choosers, and the pane of all.
 * The window uses it; it knows the session and keeps no state of its own.
 * Start at {@link io.headroom.ui.input.InputsPane}.
 */
package io.headroom.ui.input;
