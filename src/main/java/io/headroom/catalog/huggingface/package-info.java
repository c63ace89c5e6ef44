/**
 * Makes a model of the {@code config.json} that comes with a model on Hugging Face.
 * Whoever lets people import a model may use it; it knows {@code catalog} and {@code json} alone and opens no file.
 * Start at {@link io.headroom.catalog.huggingface.HuggingFaceImport}.
 */
package io.headroom.catalog.huggingface;
