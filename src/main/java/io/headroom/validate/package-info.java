/**
 * Estimates beside public measurements: what the calibrated profile earns, per phase, family, engine and accelerator.
 * The command line and whoever fits profiles may use it; it knows estimates and {@code validate.read}, and opens no file.
 * Start at {@link io.headroom.validate.Validation}.
 */
package io.headroom.validate;
