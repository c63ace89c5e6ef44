/**
 * What exists: models, accelerators and calibration profiles, with the source of every figure.
 * Everybody may use it; it knows only {@code json}, and its files are read by {@code catalog.read}.
 * Start at {@link io.headroom.catalog.Catalog}, {@link io.headroom.catalog.ModelSpec} and
 * {@link io.headroom.catalog.GpuSpec}.
 */
package io.headroom.catalog;
