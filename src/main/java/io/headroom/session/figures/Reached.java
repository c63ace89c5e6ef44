package io.headroom.session.figures;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.estimate.Metric;
import io.headroom.plan.Requirement;
import java.util.Optional;

/**
 * A metric of the plan beside its limit and the baseline.
 *
 * @param metric the metric
 * @param value what the plan reaches, NaN where there is no number
 * @param limit its limit, NaN where none is set
 * @param isCeiling whether the limit is one to stay below
 * @param status how the two compare
 * @param difference to the baseline, NaN where there is none
 */
public record Reached(Metric metric, double value, double limit, boolean isCeiling, Status status,
        double difference) {

    /** {@code metric} of {@code now}, beside the first requirement on it. */
    public static Reached of(Judgement now, Judgement baseline, Metric metric) {
        double value = value(now, metric);
        double difference = value - value(baseline, metric);
        Optional<RequirementStatus> requirement = now.requirements().stream()
                .filter(r -> r.metric().isPresent() && r.metric().get() == metric).findFirst();
        return requirement
                .map(r -> new Reached(metric, value, r.limit(), isCeiling(r), r.status(), difference))
                .orElseGet(() -> new Reached(metric, value, Double.NaN, true, Status.UNKNOWN, difference));
    }

    /** Memory of the fullest GPU beside what may be filled of it. */
    public static Reached memory(Judgement now, Judgement baseline) {
        double value = value(now, Metric.MEMORY_TOTAL);
        double usable = value(now, Metric.MEMORY_CAPACITY);
        Status status = Double.isNaN(value) ? Status.UNKNOWN : value <= usable ? Status.MET : Status.IMPOSSIBLE;
        return new Reached(Metric.MEMORY_TOTAL, value, usable, true, status,
                value - value(baseline, Metric.MEMORY_TOTAL));
    }

    /** Whether a limit is set. */
    public boolean hasLimit() {
        return !Double.isNaN(limit);
    }

    /** Whether the limit is missed. */
    public boolean isOver() {
        return status == Status.MISSED || status == Status.IMPOSSIBLE;
    }

    /** The share of the limit that is left, negative where it is passed. */
    public double freeShare() {
        return isCeiling ? 1 - value / limit : value / limit - 1;
    }

    /** By how much the limit is passed. */
    public double excess() {
        return Math.abs(value - limit);
    }

    private static boolean isCeiling(RequirementStatus status) {
        return status.requirement().bound() == Requirement.Bound.AT_MOST;
    }

    private static double value(Judgement judgement, Metric metric) {
        return judgement.value(metric);
    }
}
