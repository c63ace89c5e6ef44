/**
 * Fitting assumptions to one's own measurements, step by step: the measurements, what is fitted, what was found.
 * The validation view shows it in its place; it draws what {@code session.fit} says and computes nothing itself.
 * Start at {@link io.headroom.ui.validation.fit.FitPane}.
 */
package io.headroom.ui.validation.fit;
