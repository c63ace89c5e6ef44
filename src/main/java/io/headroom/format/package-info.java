/**
 * Numbers to text and text to numbers: units, significant digits, signs.
 * Everybody may use it; it knows nobody.
 * Start at {@link io.headroom.format.Formatter} and {@link io.headroom.format.NumberText}.
 */
package io.headroom.format;
