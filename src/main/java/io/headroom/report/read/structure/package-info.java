/**
 * The parts of a report in reading order: each line with the headings, lead-ins and list items it stands under, each
 * table cell with its row and column header, whether written as Markdown, in code fences or as plain text.
 * It knows layout only, not what is said.
 * Start at {@link io.headroom.report.read.structure.Outline}.
 */
package io.headroom.report.read.structure;
