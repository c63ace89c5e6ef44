package io.headroom.report.read;

import io.headroom.check.audit.ClaimedReport;
import io.headroom.plan.Review;
import io.headroom.report.read.review.OpenPoint;
import java.util.List;

/**
 * What a report was read as.
 *
 * @param review its plans, to be confirmed
 * @param claims every number with its line, its reading and its unit, what they have to do with each other, and what
 *     was not understood
 * @param open what the report leaves open and what was assumed in its place
 * @param repairs what was wrong with its encoding, one sentence a cause; empty where nothing was
 */
public record ReportReading(Review review, ClaimedReport claims, List<OpenPoint> open, List<String> repairs) {

    public ReportReading {
        open = List.copyOf(open);
        repairs = List.copyOf(repairs);
    }
}
