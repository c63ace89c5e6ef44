/**
 * The export of a report: charts painted for paper, the work away from the window, how far it is and how to stop it.
 * The window and the launcher use it; the words come from the report itself, the charts from the views.
 * Start at {@link io.headroom.ui.report.ReportExport}.
 */
package io.headroom.ui.report;
