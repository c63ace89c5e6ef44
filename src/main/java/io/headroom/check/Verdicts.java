package io.headroom.check;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.format.Unit;
import io.headroom.plan.Requirement;
import java.util.List;
import java.util.Optional;

/** Sets the requirements of a plan beside what it reaches. */
public final class Verdicts {

    private Verdicts() {
    }

    /** Every requirement of {@code estimate}'s plan, in its order. */
    public static List<RequirementStatus> of(Estimate estimate) {
        return of(estimate.plan().requirements(), estimate);
    }

    /** {@code requirements} beside {@code outcome}; unknown where there are no numbers. */
    static List<RequirementStatus> of(List<Requirement> requirements, Outcome outcome) {
        return requirements.stream().map(requirement -> of(requirement, outcome)).toList();
    }

    private static RequirementStatus of(Requirement requirement, Outcome outcome) {
        Optional<Metric> metric = Metric.byId(requirement.metric());
        double limit = Unit.of(requirement.unit())
                .filter(unit -> metric.isPresent() && unit.states(metric.get().dimension()))
                .map(unit -> unit.toSi(requirement.value())).orElse(Double.NaN);
        if (metric.isEmpty() || !(outcome instanceof Estimate estimate)) {
            return new RequirementStatus(requirement, metric, limit, Double.NaN, Double.NaN, Status.UNKNOWN,
                    Double.NaN);
        }
        double value = estimate.get(metric.get());
        double bound = MetricBounds.of(metric.get(), estimate);
        boolean isCeiling = requirement.bound() == Requirement.Bound.AT_MOST;
        Status status = status(requirement, limit, value, bound);
        double ratio = isCeiling ? limit / value : value / limit;
        boolean isMissed = status == Status.MISSED || status == Status.IMPOSSIBLE;
        return new RequirementStatus(requirement, metric, limit, value, bound, status, isMissed ? 1 / ratio : ratio);
    }

    private static Status status(Requirement requirement, double limit, double value, double bound) {
        if (Double.isNaN(limit) || Double.isNaN(value)) {
            return Status.UNKNOWN;
        }
        return switch (requirement.bound()) {
            case AT_MOST -> value > limit ? missed(bound > limit)
                    : met(value <= limit * (1 - requirement.margin()));
            case AT_LEAST -> value < limit ? missed(bound < limit)
                    : met(value >= limit * (1 + requirement.margin()));
        };
    }

    private static Status missed(boolean isBeyondBound) {
        return isBeyondBound ? Status.IMPOSSIBLE : Status.MISSED;
    }

    private static Status met(boolean isByMargin) {
        return isByMargin ? Status.MET : Status.AT_RISK;
    }
}
