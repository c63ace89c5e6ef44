/**
 * Serving engines: the limits that their servers start with, and how their kernels pad experts.
 * Everybody may use it; the files are read in {@code catalog.read}.
 * Start at {@link io.headroom.catalog.engine.EngineSpec}.
 */
package io.headroom.catalog.engine;
