/**
 * A review as a report for people: one HTML page that needs nothing beside it, or Markdown with its pictures and a table.
 * The window and the command line use it; pictures and the plan file are handed in, and nothing is written to a disk here.
 * Start at {@link io.headroom.report.write.ReportWriter}.
 */
package io.headroom.report.write;
