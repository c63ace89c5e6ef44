/**
 * What the numbers of a report are about: the metric by the words around them, the plan they speak of, and whether they
 * are claimed, measured, asked for or given.
 * It uses layout and notation, and judges nothing.
 * Start at {@link io.headroom.report.read.claim.ClaimReader}.
 */
package io.headroom.report.read.claim;
