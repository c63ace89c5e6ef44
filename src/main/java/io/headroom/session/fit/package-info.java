/**
 * Fitting assumptions to one's own measurements: which are chosen, what they determine, how far a fit is and what it found.
 * The window's validation view uses it; it knows the session and {@code validate.fit} and needs no toolkit.
 * Start at {@link io.headroom.session.fit.FitSession}.
 */
package io.headroom.session.fit;
