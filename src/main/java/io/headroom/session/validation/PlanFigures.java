package io.headroom.session.validation;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.Unit;
import io.headroom.plan.Figure;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.validate.ValidatedRow;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measured figures of a review's plans as points, estimated by each plan's own assumptions. */
public final class PlanFigures {

    /** Prefix of the ids, as collections of public rows have one. */
    static final String SOURCE = "plan";

    private static final Map<Metric, Quantity> QUANTITIES = Map.ofEntries(
            Map.entry(Metric.TTFT_ALONE, Quantity.TTFT), Map.entry(Metric.TTFT_STEADY, Quantity.TTFT),
            Map.entry(Metric.TTFT_BURST_MEAN, Quantity.TTFT), Map.entry(Metric.TTFT_BURST_LAST, Quantity.TTFT),
            Map.entry(Metric.TPOT_STEADY, Quantity.TPOT), Map.entry(Metric.DECODE_STEP, Quantity.TPOT),
            Map.entry(Metric.E2E_STEADY, Quantity.E2E), Map.entry(Metric.OUTPUT_TOKENS, Quantity.OUTPUT_TOKENS_TOTAL),
            Map.entry(Metric.OUTPUT_TOKENS_PER_GPU, Quantity.OUTPUT_TOKENS_PER_GPU),
            Map.entry(Metric.MEMORY_WEIGHTS, Quantity.WEIGHTS_MEMORY),
            Map.entry(Metric.KV_CAPACITY_TOKENS, Quantity.KV_TOKENS));

    private PlanFigures() {
    }

    /** The points of {@code review}: measured times, rates and memory of plans that can be estimated. */
    public static List<Point> of(Review review) {
        List<Point> points = new ArrayList<>();
        for (Plan plan : review.plans()) {
            List<Figure> measured = plan.figures().stream().filter(f -> f.kind() == Figure.Kind.MEASURED).toList();
            if (!measured.isEmpty() && Estimator.estimate(plan) instanceof Estimate estimate) {
                measured.forEach(figure -> point(plan, estimate, figure).ifPresent(points::add));
            }
        }
        return List.copyOf(points);
    }

    private static Optional<Point> point(Plan plan, Estimate estimate, Figure figure) {
        Optional<Metric> metric = Metric.byId(figure.metric()).filter(QUANTITIES::containsKey);
        Optional<Unit> unit = Unit.of(figure.unit()).filter(u -> metric.isPresent()
                && u.states(metric.get().dimension()));
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        double measured = unit.get().toSi(figure.value());
        double estimated = estimate.get(metric.get());
        if (!(measured > 0) || !(estimated > 0)) {
            return Optional.empty();
        }
        Quantity quantity = QUANTITIES.get(metric.get());
        Configuration configuration = new Configuration(measurement(plan, figure, measured), quantity, plan,
                Load.Closed.steady(plan.workload().concurrentRequests()), 1, false);
        return Optional.of(new Point(new ValidatedRow(SOURCE + ":" + plan.name() + ":" + metric.get().id(),
                configuration, quantity, measured, estimated, false, ""), Point.Origin.PLAN));
    }

    private static Measurement measurement(Plan plan, Figure figure, double measured) {
        return new Measurement(0, SOURCE + ":" + plan.name() + ":" + figure.metric(), "", false, "", figure.source(),
                "", "", plan.model().id(), plan.hardware().gpu().id(), "", "", "", "", "",
                Optional.ofNullable(plan.assumptions().engine()).orElse(""), "", "", "", "", "", "", "",
                figure.metric(), figure.unit(), measured, "", "", "");
    }
}
