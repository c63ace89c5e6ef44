/**
 * How far real systems lay from calibrated estimates, by quantity, engine and architecture.
 * Everybody may use it; the files are read in {@code catalog.read}.
 * Start at {@link io.headroom.catalog.band.Bands}.
 */
package io.headroom.catalog.band;
