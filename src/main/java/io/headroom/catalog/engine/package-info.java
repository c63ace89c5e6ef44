/**
 * Serving engines and the limits that their servers start with.
 * Everybody may use it; the files are read in {@code catalog.read}.
 * Start at {@link io.headroom.catalog.engine.EngineSpec}.
 */
package io.headroom.catalog.engine;
