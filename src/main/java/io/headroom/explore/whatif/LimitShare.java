package io.headroom.explore.whatif;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a limit a plan uses: value / limit where it is a ceiling, limit / value where it is a floor, so that
 * 1 is just met and more is missed, whatever the metric. All limits fit on one axis.
 *
 * @param metric the metric that is limited
 * @param limit the limit in SI units
 * @param share of the limit; NaN where there is no number
 */
public record LimitShare(Metric metric, double limit, double share) {

    /**
     * The limits of {@code judgement}: usable memory first, unless a requirement limits memory as much or more, then its
     * requirements in their order.
     */
    public static List<LimitShare> of(Judgement judgement) {
        List<LimitShare> shares = new ArrayList<>();
        judgement.estimate().filter(e -> judgement.requirements().stream().noneMatch(r -> isCapacity(r, e)))
                .ifPresent(e -> shares.add(new LimitShare(Metric.MEMORY_TOTAL, e.get(Metric.MEMORY_CAPACITY),
                        e.get(Metric.MEMORY_TOTAL) / e.get(Metric.MEMORY_CAPACITY))));
        for (RequirementStatus status : judgement.requirements()) {
            status.metric().ifPresent(metric -> shares.add(new LimitShare(metric, status.limit(), share(status))));
        }
        return List.copyOf(shares);
    }

    /** Whether the limit is missed. */
    public boolean isOver() {
        return share > 1;
    }

    private static boolean isCapacity(RequirementStatus status, Estimate e) {
        return status.metric().filter(m -> m == Metric.MEMORY_TOTAL).isPresent()
                && status.requirement().bound() == Requirement.Bound.AT_MOST
                && status.limit() <= e.get(Metric.MEMORY_CAPACITY);
    }

    private static double share(RequirementStatus status) {
        return status.requirement().bound() == Requirement.Bound.AT_MOST ? status.value() / status.limit()
                : status.limit() / status.value();
    }
}
