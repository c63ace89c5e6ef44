package io.headroom.ui.curve;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Metric;
import io.headroom.explore.curve.LengthCurve;
import io.headroom.explore.curve.LengthCurve.Point;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Requirement;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One metric over the prompt lengths of a plan.
 *
 * @param curve the plan's own
 * @param baseline what it is compared with, empty where that is the plan itself
 * @param baselineName its name
 * @param metric what is drawn; less is better
 * @param format writes the numbers
 */
record LengthModel(LengthCurve curve, Optional<LengthCurve> baseline, String baselineName, Metric metric,
        Formatter format) {

    /** The ceiling: the plan's requirement, of memory also what the GPU has; NaN where there is none. */
    double limit() {
        double required = now().requirements().stream()
                .filter(r -> r.metric().filter(m -> m == metric).isPresent()
                        && r.requirement().bound() == Requirement.Bound.AT_MOST)
                .mapToDouble(RequirementStatus::limit).min().orElse(Double.POSITIVE_INFINITY);
        double room = metric == Metric.MEMORY_TOTAL
                ? now().estimate().map(e -> e.get(Metric.MEMORY_CAPACITY)).orElse(Double.POSITIVE_INFINITY)
                : Double.POSITIVE_INFINITY;
        double limit = Math.min(required, room);
        return Double.isInfinite(limit) ? Double.NaN : limit;
    }

    /** The plan as it is. */
    Judgement now() {
        return curve.points().stream().filter(p -> p.inputTokens() == curve.now()).findFirst().orElseThrow()
                .judgement();
    }

    /** Under what condition the plan on screen has these numbers; memory is what decides whether it fits. */
    String condition() {
        return metric == Metric.MEMORY_TOTAL ? "" : now().condition();
    }

    double value(Point point) {
        return point.judgement().value(metric);
    }

    String text(double value) {
        return format.text(value, metric.dimension());
    }

    String tokens(int length) {
        return format.value(length, Dimension.COUNT) + " tokens";
    }

    /** What the limit means for the length: "within 30 s up to 8 412 tokens", "no limit set". */
    String reach() {
        return reach("within " + text(limit()));
    }

    /** The same where the limit stands beside it: "met up to 8 412 tokens". */
    String shortReach() {
        return reach("met");
    }

    private String reach(String kept) {
        double limit = limit();
        if (Double.isNaN(limit)) {
            return "no limit set";
        }
        OptionalInt longest = curve.longestWithin(metric, limit);
        int last = curve.points().getLast().inputTokens();
        if (longest.isEmpty()) {
            return "over the limit at every length";
        }
        return kept + (longest.getAsInt() == last ? " at every length" : " up to " + tokens(longest.getAsInt()));
    }

    String words(Point point) {
        String value = tokens(point.inputTokens()) + "\n" + metric.label() + " " + text(value(point));
        return point.judgement().band(metric).map(band -> value + ", measured systems " + text(band.low()) + " to "
                + text(band.high())).orElse(value) + "\n" + point.judgement().verdict().word();
    }
}
