package io.headroom.check;

import io.headroom.estimate.Metric;
import io.headroom.format.Unit;
import io.headroom.plan.Requirement;
import java.util.Optional;

/**
 * A requirement beside what the plan reaches, in SI units; NaN where there is no number.
 *
 * @param requirement the limit as written
 * @param metric what it limits, empty where that is not computed
 * @param limit the limit
 * @param value what the plan reaches
 * @param bound what physics allows, where a bound of this metric is known
 * @param band where measurements lie around the value, where such a band was earned
 * @param status how the two compare
 * @param factor how many times too much or too little when missed, how many times better than asked for when met;
 *     1 or more
 */
public record RequirementStatus(Requirement requirement, Optional<Metric> metric, double limit, double value,
        double bound, Optional<MetricBand> band, Status status, double factor) {

    /** Whether it keeps the plan from meeting its limits: missed and not only a wish. */
    public boolean fails() {
        return !requirement.soft() && isMissed();
    }

    /** Whether the plan does not reach it. */
    public boolean isMissed() {
        return status == Status.MISSED || status == Status.IMPOSSIBLE;
    }

    /** Whether it leaves the plan in doubt: not clearly met and not only a wish. */
    public boolean doubts() {
        return !requirement.soft() && (status == Status.AT_RISK || status == Status.UNKNOWN);
    }

    /** The comparison in words: "12.3× too slow: 8.13 tokens/ms of 100; the bound is 20.0 tokens/ms". */
    public String text() {
        return RequirementText.of(this);
    }

    /** The unit of the limit as written, empty where nobody knows it. */
    Optional<Unit> unit() {
        return Unit.of(requirement.unit());
    }
}
