/**
 * Reports in Markdown or plain text, read into a review to confirm: plans, limits, and every figure with its line.
 * The session, the window and the command line use it; it writes nothing and judges nothing.
 * Start at {@link io.headroom.report.read.ReportReader}.
 */
package io.headroom.report.read;
