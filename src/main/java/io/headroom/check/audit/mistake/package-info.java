/**
 * Mistakes that people make when they reckon with plans, tried on a claim until one gives the claimed number.
 * The judge of claims uses it; it knows claims, evaluated relations and estimates.
 * Start at {@link io.headroom.check.audit.mistake.Mistakes}.
 */
package io.headroom.check.audit.mistake;
