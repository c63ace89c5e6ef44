/**
 * The inputs of a plan as one list of descriptions: name, range, places where a slider stops, text, how to read and
 * write each in a plan.
 * Sliders, number fields and the history use it; it knows plans and their rules and nothing of controls.
 * Start at {@link io.headroom.explore.input.Inputs}.
 */
package io.headroom.explore.input;
