/**
 * Predicted against measured: the public measurements, one's own and those that plans carry, what is chosen of them and
 * how far estimates are from them. The window's view of it uses this room; it knows {@code validate} and needs no toolkit.
 * Start at {@link io.headroom.session.validation.ValidationSession} and {@link io.headroom.session.validation.Comparison}.
 */
package io.headroom.session.validation;
