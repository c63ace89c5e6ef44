package io.headroom.session;

import io.headroom.report.read.ReportReading;

/**
 * The report that the review on screen was read from.
 *
 * @param file its name
 * @param reading what it was read as
 * @param isConfirmed whether somebody has kept it
 */
public record ReadReport(String file, ReportReading reading, boolean isConfirmed) {

    /** The same report, kept. */
    ReadReport confirmed() {
        return new ReadReport(file, reading, true);
    }
}
