package io.headroom.check;

import io.headroom.estimate.Metric;
import io.headroom.format.Unit;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A requirement that a plan must not miss, ready to be compared with a number.
 *
 * @param index its place among the plan's requirements
 * @param metric what it limits
 * @param isCeiling whether more than the limit misses it, else less
 * @param value the limit in SI units
 */
public record HardLimit(int index, Metric metric, boolean isCeiling, double value) {

    /** Those of {@code requirements} that are no wishes and whose metric and unit are known. */
    public static List<HardLimit> of(List<Requirement> requirements) {
        List<HardLimit> limits = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            Requirement requirement = requirements.get(i);
            Optional<Metric> metric = Metric.byId(requirement.metric());
            double limit = si(requirement, metric);
            if (!requirement.soft() && !Double.isNaN(limit)) {
                limits.add(new HardLimit(i, metric.orElseThrow(),
                        requirement.bound() == Requirement.Bound.AT_MOST, limit));
            }
        }
        return List.copyOf(limits);
    }

    /** Whether {@code reached} misses it; what has no number misses nothing. */
    public boolean isMissedBy(double reached) {
        return isMissed(isCeiling, reached, value);
    }

    /** The limit of {@code requirement} in SI units, NaN where its unit does not suit {@code metric}. */
    static double si(Requirement requirement, Optional<Metric> metric) {
        return Unit.of(requirement.unit())
                .filter(unit -> metric.isPresent() && unit.states(metric.get().dimension()))
                .map(unit -> unit.toSi(requirement.value())).orElse(Double.NaN);
    }

    static boolean isMissed(boolean isCeiling, double reached, double limit) {
        return isCeiling ? reached > limit : reached < limit;
    }
}
