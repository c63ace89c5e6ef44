/**
 * Judges claims: what the plan gives, what physics allows however its gaps are filled, and what speaks against a claim.
 * The command line and the window use it; it knows claims, relations, likely mistakes, estimates and bounds.
 * Start at {@link io.headroom.check.audit.judge.Audit}.
 */
package io.headroom.check.audit.judge;
