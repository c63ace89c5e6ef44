/**
 * Tests of the bands and of their look-up.
 * Nobody uses it.
 * Start at {@link io.headroom.catalog.band.BandsTest}.
 */
package io.headroom.catalog.band;
