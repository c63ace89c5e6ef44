/**
 * What a report says about its own numbers: formulas, "14x better", "58 % reduction", improvement columns, sums.
 * It states which numbers belong together and leaves the arithmetic to the audit.
 * Start at {@link io.headroom.report.read.relation.RelationReader}.
 */
package io.headroom.report.read.relation;
