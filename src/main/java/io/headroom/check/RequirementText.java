package io.headroom.check;

import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.format.Unit;
import io.headroom.plan.Requirement;

/** A requirement in words, every number in the unit in which its limit was written. */
final class RequirementText {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    // a limit is printed as it was written; 15 digits survive a change of unit
    private static final Formatter EXACT = FORMAT.withDigits(15);

    private final RequirementStatus status;
    private final Metric metric;
    private final Dimension dimension;
    private final Scale scale;

    private RequirementText(RequirementStatus status, Metric metric, Unit unit) {
        this.status = status;
        this.metric = metric;
        this.dimension = metric.dimension();
        this.scale = new Scale(unit.symbol(), unit.factor(), 0);
    }

    static String of(RequirementStatus status) {
        Requirement requirement = status.requirement();
        if (status.metric().isEmpty()) {
            return "\"" + requirement.metric() + "\" is not computed";
        }
        Metric metric = status.metric().get();
        if (status.unit().isEmpty() || !status.unit().get().states(metric.dimension())) {
            return "\"" + requirement.unit() + "\" is no unit of " + metric.id() + "; allowed: "
                    + String.join(", ", Unit.symbolsOf(metric.dimension()).stream()
                    .map(symbol -> symbol.isEmpty() ? "\"\"" : symbol).toList());
        }
        return new RequirementText(status, metric, status.unit().get()).text();
    }

    private String text() {
        return switch (status.status()) {
            case UNKNOWN -> status.metric().get().isSimulated() ? status.metric().get().id()
                    + " is known by simulation: \"headroom check\" plays the plan through"
                    : "no number for " + status.metric().get().id();
            case MET -> reached() + limit() + times(": ", " to spare") + band("; p10–p90 ");
            case AT_RISK -> reached() + limit() + (isPastMargin() ? ": met, but not by the margin of "
                    + FORMAT.text(status.requirement().margin(), Dimension.FRACTION) + band("; p10–p90 ")
                    : band(": met, but measurements lie at ") + " (p10–p90)");
            case MISSED, IMPOSSIBLE -> times("", " " + wrong() + ": ") + reached() + " of " + exact()
                    + band("; p10–p90 ") + (Double.isNaN(status.bound()) ? "" : "; the bound is " + in(status.bound()));
        };
    }

    private String times(String before, String after) {
        return Double.isFinite(status.factor()) ? before + FORMAT.factor(status.factor()) + after : "";
    }

    private String band(String before) {
        return status.band().map(b -> before + b.text(metric, FORMAT, scale)).orElse("");
    }

    private boolean isPastMargin() {
        double margin = status.requirement().margin();
        return isCeiling() ? status.value() > status.limit() * (1 - margin)
                : status.value() < status.limit() * (1 + margin);
    }

    private String reached() {
        return in(status.value());
    }

    private String limit() {
        return (isCeiling() ? " of at most " : " of at least ") + exact();
    }

    private String exact() {
        return EXACT.tick(status.limit(), scale);
    }

    private String in(double value) {
        return FORMAT.text(value, dimension, scale);
    }

    private boolean isCeiling() {
        return status.requirement().bound() == Requirement.Bound.AT_MOST;
    }

    private String wrong() {
        return switch (dimension) {
            case SECONDS -> isCeiling() ? "too slow" : "too fast";
            case TOKENS_PER_SECOND, REQUESTS_PER_SECOND -> isCeiling() ? "too fast" : "too slow";
            case BYTES -> isCeiling() ? "too large" : "too small";
            case DOLLARS, DOLLARS_PER_HOUR -> isCeiling() ? "too expensive" : "too cheap";
            case COUNT, TOKENS, PARAMETERS -> isCeiling() ? "too many" : "too few";
            case FRACTION, FLOP, FLOP_PER_SECOND, BYTES_PER_SECOND, WATTS, JOULES_PER_TOKEN ->
                    isCeiling() ? "too high" : "too low";
        };
    }
}
