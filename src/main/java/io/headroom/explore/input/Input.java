package io.headroom.explore.input;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.NumberText;
import io.headroom.format.Scale;
import io.headroom.format.Unit;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One number of a plan that the user moves.
 *
 * @param key its key in the plan file, such as {@code parallelism.tensor}
 * @param label its name for people
 * @param symbol its short name in histories and marks, such as TP
 * @param help what it is, in a sentence
 * @param dimension what it measures
 * @param range the numbers allowed
 * @param get reads it from a plan
 * @param set writes it to a plan
 * @param stops where a slider stops
 */
public record Input(String key, String label, String symbol, String help, Dimension dimension, Range range,
        ToDoubleFunction<Plan> get, Setter set, Function<Plan, List<Stop>> stops) {

    private static final double ROUNDING = 1e-12;
    private static final String DEGREES = "parallelism.";

    /** Its name where it stands alone, with the letters that layouts are written in: "Tensor (TP)"; of others the label. */
    public String title() {
        return key.startsWith(DEGREES) ? label + " (" + symbol + ")" : label;
    }

    /** Writes a value to a plan. */
    @FunctionalInterface
    public interface Setter {
        Plan apply(Plan plan, double value);
    }

    /**
     * The numbers that an input may have.
     *
     * @param min smallest
     * @param max largest
     * @param whole whether only whole numbers
     * @param onStops whether only values of stops
     */
    public record Range(double min, double max, boolean whole, boolean onStops) {
    }

    /**
     * What a typed number comes to.
     *
     * @param value the value to take, NaN where there is none
     * @param message what to tell the user, empty where the number is taken as typed
     */
    public record Reading(double value, String message) {

        /** Whether there is a value. */
        public boolean isTaken() {
            return !Double.isNaN(value);
        }
    }

    /** Its value in {@code plan}. */
    public double valueIn(Plan plan) {
        return get.applyAsDouble(plan);
    }

    /** {@code plan} with another value. */
    public Plan with(Plan plan, double value) {
        return set.apply(plan, value);
    }

    /** Where a slider stops for {@code plan}; the plan's own value is always among them. */
    public List<Stop> stopsFor(Plan plan) {
        return Stops.with(stops.apply(plan), Stop.of(valueIn(plan)));
    }

    /** The value as a field shows it: "128", "60 %", "50 µs". */
    public String text(double value, Formatter formatter) {
        if (dimension == Dimension.SECONDS || dimension == Dimension.BYTES) {
            Scale scale = formatter.scale(value, dimension);
            return formatter.withDigits(4).tick(value, scale) + " " + scale.unit();
        }
        return dimension == Dimension.TOKENS ? formatter.value(value, Dimension.COUNT)
                : formatter.text(value, dimension);
    }

    /** What the typed {@code text} means for {@code plan}, in a field that shows {@code formatter}'s units. */
    public Reading read(String text, Plan plan, Formatter formatter) {
        return switch (parse(text, plan, formatter)) {
            case NumberText.Refused r -> new Reading(Double.NaN, r.reason());
            case NumberText.Value v -> fit(snapped(v.number(), plan), plan, formatter);
        };
    }

    private NumberText parse(String text, Plan plan, Formatter formatter) {
        if (dimension == Dimension.TOKENS) {
            return NumberText.parse(text, NumberText.Mode.TOKEN_COUNT);
        }
        String symbol = dimension == Dimension.FRACTION ? "%" : formatter.unit(valueIn(plan), dimension);
        Optional<Unit> unit = Unit.of(symbol).filter(u -> u.states(dimension));
        return unit.isPresent() ? NumberText.parse(text, unit.get()) : NumberText.parse(text);
    }

    // 50 µs and 0.05 ms are both the stop of 50 µs, whatever the last bit of their products
    private double snapped(double typed, Plan plan) {
        for (Stop stop : stops.apply(plan)) {
            if (Math.abs(stop.value() - typed) <= ROUNDING * Math.abs(typed)) {
                return stop.value();
            }
        }
        return typed;
    }

    private Reading fit(double typed, Plan plan, Formatter formatter) {
        if (typed < range.min || typed > range.max) {
            double end = typed < range.min ? range.min : range.max;
            return range.onStops ? nearest(end, typed, plan, formatter)
                    : new Reading(end, label + " goes from " + text(range.min, formatter) + " to "
                            + text(range.max, formatter) + "; took " + text(end, formatter) + ".");
        }
        if (range.onStops) {
            return nearest(typed, typed, plan, formatter);
        }
        double whole = Math.rint(typed);
        return range.whole && whole != typed ? new Reading(whole, "Whole numbers only; took "
                + text(whole, formatter) + ".") : new Reading(typed, "");
    }

    private Reading nearest(double wanted, double typed, Plan plan, Formatter formatter) {
        Stop nearest = null;
        String reason = "";
        for (Stop stop : stops.apply(plan)) {
            reason = stop.value() == wanted ? stop.blocked() : reason;
            boolean isNearer = nearest == null
                    || Math.abs(stop.value() - wanted) < Math.abs(nearest.value() - wanted);
            nearest = stop.isLegal() && isNearer ? stop : nearest;
        }
        if (nearest == null) {
            return new Reading(Double.NaN, "No value of " + label + " is legal here.");
        }
        if (nearest.value() == typed) {
            return new Reading(typed, "");
        }
        String said = symbol + " " + text(typed, formatter) + " is not legal"
                + (reason.isEmpty() ? "" : " (" + reason + ")");
        return new Reading(nearest.value(), said + "; took the nearest, " + text(nearest.value(), formatter) + ".");
    }
}
