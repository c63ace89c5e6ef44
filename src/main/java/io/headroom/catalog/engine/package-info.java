/**
 * Serving engines: the limits that their servers start with, how their kernels pad experts and what
 * earlier versions kept of memory.
 * Everybody may use it; the files are read in {@code catalog.read}.
 * Start at {@link io.headroom.catalog.engine.EngineSpec}.
 */
package io.headroom.catalog.engine;
