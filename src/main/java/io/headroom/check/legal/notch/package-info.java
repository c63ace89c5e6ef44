/**
 * The values at which a slider may stop, and why it may not stop at others.
 * Notches ask the rules of legality; they change nothing.
 * Start at {@link io.headroom.check.legal.notch.Notches}.
 */
package io.headroom.check.legal.notch;
