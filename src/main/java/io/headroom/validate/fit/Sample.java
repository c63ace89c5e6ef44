package io.headroom.validate.fit;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.format.Unit;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Figure;
import io.headroom.plan.Plan;
import io.headroom.validate.Validation;
import io.headroom.validate.read.Reading.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One measurement of a system and how to estimate it.
 *
 * @param name what was measured on what, for people
 * @param quantity metric id or quantity name
 * @param plan the deployment that was measured
 * @param measured the measurement, above 0, in SI units
 * @param estimate the estimate of it for a plan that differs from {@code plan} in assumptions only, in SI units
 */
public record Sample(String name, String quantity, Plan plan, double measured, ToDoubleFunction<Plan> estimate) {

    public Sample {
        Objects.requireNonNull(estimate);
        if (!(measured > 0) || Double.isInfinite(measured)) {
            throw new IllegalArgumentException(name + ": a measurement is above 0 and finite, not " + measured);
        }
    }

    /** The measured figures of {@code plan} that are estimated: times and rates, in the order of the plan. */
    public static List<Sample> of(Plan plan) {
        List<Sample> samples = new ArrayList<>();
        for (Figure figure : plan.figures()) {
            if (figure.kind() == Figure.Kind.MEASURED) {
                of(plan, figure).ifPresent(samples::add);
            }
        }
        return List.copyOf(samples);
    }

    private static Optional<Sample> of(Plan plan, Figure figure) {
        Optional<Metric> metric = Metric.byId(figure.metric()).filter(m -> switch (m.dimension()) {
            case SECONDS, TOKENS_PER_SECOND, REQUESTS_PER_SECOND -> true;
            default -> false;
        });
        return metric.flatMap(m -> Unit.of(figure.unit()).filter(unit -> unit.states(m.dimension()))
                .map(unit -> unit.toSi(figure.value())).filter(value -> value > 0)
                .map(value -> new Sample(plan.name() + ": " + m.label(), m.id(), plan, value, p -> value(p, m))));
    }

    private static double value(Plan plan, Metric metric) {
        Outcome outcome = Estimator.estimate(plan);
        return outcome instanceof Estimate e ? e.get(metric) : Double.NaN;
    }

    /** The time or rate of a row of a measurement file; empty where it measures something else, or nothing above 0. */
    public static Optional<Sample> of(Configuration row) {
        boolean isTimed = switch (row.quantity().phase()) {
            case PREFILL, DECODE, REQUEST, SERVING -> true;
            case MEMORY, KERNEL, UNKNOWN -> false;
        };
        double measured = row.measurement().value() * row.siPerUnit();
        return isTimed && measured > 0 ? Optional.of(new Sample(row.measurement().id(), row.quantity().label(),
                row.plan(), measured, p -> Validation.estimate(row, p))) : Optional.empty();
    }

    /** The same measurement, estimated with other assumptions. */
    public Sample with(Assumptions assumptions) {
        return new Sample(name, quantity, plan.withAssumptions(assumptions), measured, estimate);
    }

    /** Its name among the measurements of a review: the plan and the metric. */
    public String id() {
        return plan.name() + ":" + quantity;
    }

    /** The estimate with the assumptions of its plan, in SI units; NaN where there is none. */
    public double estimated() {
        return estimate.applyAsDouble(plan);
    }

    /** Estimated over measured, less 1; NaN where there is no estimate. */
    public double error(Plan with) {
        return estimate.applyAsDouble(with) / measured - 1;
    }
}
