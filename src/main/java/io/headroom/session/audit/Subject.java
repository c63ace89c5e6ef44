package io.headroom.session.audit;

import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.ReadPlan;
import io.headroom.check.audit.ReviewClaims;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.report.read.ReportReading;
import java.util.List;
import java.util.Optional;

/**
 * What is audited.
 *
 * @param review the plans as they are now
 * @param reading the report whose text is judged; without one it is the figures of the plans
 */
public record Subject(Review review, Optional<ReportReading> reading) {

    /** Whether it is this very review and reading: cheaper than to compare what they hold. */
    boolean isSame(Subject other) {
        return other != null && review == other.review && reading.orElse(null) == other.reading.orElse(null);
    }

    /** The claims, about the plans as they are now. Figures have no line: the file may be written anew. */
    ClaimedReport claims() {
        return reading.map(read -> onPlansNow(read.claims())).orElseGet(() -> ReviewClaims.of(review, (plan, figure) -> 0));
    }

    private ClaimedReport onPlansNow(ClaimedReport read) {
        List<ReadPlan> plans = read.plans().stream().map(this::now).toList();
        return new ClaimedReport(read.name(), plans, read.claims(), read.relations(), read.unread());
    }

    // a plan that was removed since is judged as it was read
    private ReadPlan now(ReadPlan read) {
        return review.plans().stream().filter(plan -> plan.name().equals(read.plan().name())).findFirst()
                .map((Plan plan) -> new ReadPlan(plan, read.open())).orElse(read);
    }
}
