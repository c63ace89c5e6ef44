/**
 * Reads catalogue files and the model and accelerator objects inside plan files, and writes them.
 * {@code planfile}, the importers and whoever starts the program may use it; it knows {@code catalog} and {@code json}.
 * Start at {@link io.headroom.catalog.read.CatalogFiles}.
 */
package io.headroom.catalog.read;
