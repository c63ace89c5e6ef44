/**
 * What a plan means: whether it is legal, fits and meets its limits, by how much, and what binds it.
 * Exploration, reports, command line and window use it; it knows plans, the catalogue, estimates and numbers as text.
 * Start at {@link io.headroom.check.Judge} and {@link io.headroom.check.Judgement}.
 */
package io.headroom.check;
