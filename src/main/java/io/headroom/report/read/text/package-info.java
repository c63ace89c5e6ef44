/**
 * Bytes of a report to text: strict UTF-8 first, then the repairs that wrongly encoded reports need, each told by line.
 * It knows nothing of what reports say.
 * Start at {@link io.headroom.report.read.text.ReportText}.
 */
package io.headroom.report.read.text;
