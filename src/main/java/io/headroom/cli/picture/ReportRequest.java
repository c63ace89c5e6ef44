package io.headroom.cli.picture;

import io.headroom.format.ByteUnits;
import io.headroom.plan.Review;
import java.nio.file.Path;

/**
 * A report that somebody asked for.
 *
 * @param review the plans
 * @param plan index of the plan it is about
 * @param output file to write; its ending says what it is
 * @param units how bytes are shown
 */
public record ReportRequest(Review review, int plan, Path output, ByteUnits units) {
}
