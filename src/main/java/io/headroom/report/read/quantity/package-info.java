/**
 * Numbers with their units as texts write them: "≤10 seconds", "~1.2M tok/s", "1,600 tokens/ms", "8.33×", "$2.7/hour".
 * It knows notation only, not what a number is about.
 * Start at {@link io.headroom.report.read.quantity.Quantities}.
 */
package io.headroom.report.read.quantity;
