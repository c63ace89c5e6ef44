package io.headroom.check;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets the requirements of a plan beside what it reaches. */
public final class Verdicts {

    private Verdicts() {
    }

    /** Every requirement of {@code estimate}'s plan, in its order. */
    public static List<RequirementStatus> of(Estimate estimate) {
        return of(estimate.plan().requirements(), estimate, Map.of());
    }

    /** {@code requirements} beside {@code outcome} and percentiles; unknown where there are no numbers. */
    static List<RequirementStatus> of(List<Requirement> requirements, Outcome outcome, Map<Metric, Double> percentiles) {
        return requirements.stream().map(requirement -> of(requirement, outcome, percentiles)).toList();
    }

    private static RequirementStatus of(Requirement requirement, Outcome outcome, Map<Metric, Double> percentiles) {
        Optional<Metric> metric = Metric.byId(requirement.metric());
        double limit = HardLimit.si(requirement, metric);
        if (metric.isEmpty() || !(outcome instanceof Estimate estimate)) {
            return new RequirementStatus(requirement, metric, limit, Double.NaN, Double.NaN, Optional.empty(),
                    Status.UNKNOWN, Double.NaN);
        }
        double value = metric.get().isSimulated() ? percentiles.getOrDefault(metric.get(), Double.NaN)
                : estimate.get(metric.get());
        double bound = MetricBounds.of(metric.get(), estimate);
        Optional<MetricBand> band = MetricBand.of(metric.get(), value, estimate);
        boolean isCeiling = requirement.bound() == Requirement.Bound.AT_MOST;
        Status status = status(requirement, limit, value, bound, band.orElse(new MetricBand(value, value, false)));
        double ratio = isCeiling ? limit / value : value / limit;
        boolean isMissed = status == Status.MISSED || status == Status.IMPOSSIBLE;
        return new RequirementStatus(requirement, metric, limit, value, bound, band, status,
                isMissed ? 1 / ratio : ratio);
    }

    private static Status status(Requirement requirement, double limit, double value, double bound, MetricBand band) {
        if (Double.isNaN(limit) || Double.isNaN(value)) {
            return Status.UNKNOWN;
        }
        return switch (requirement.bound()) {
            case AT_MOST -> HardLimit.isMissed(true, value, limit) ? missed(bound > limit)
                    : met(value <= limit * (1 - requirement.margin()) && band.high() <= limit);
            case AT_LEAST -> HardLimit.isMissed(false, value, limit) ? missed(bound < limit)
                    : met(value >= limit * (1 + requirement.margin()) && band.low() >= limit);
        };
    }

    private static Status missed(boolean isBeyondBound) {
        return isBeyondBound ? Status.IMPOSSIBLE : Status.MISSED;
    }

    private static Status met(boolean isClear) {
        return isClear ? Status.MET : Status.AT_RISK;
    }
}
