package io.headroom.explore.alternative;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Stop;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where one plan beats another as an input of both moves.
 *
 * <p>Whole numbers are all tried where they are few enough, so no crossing is missed. Of other inputs the stops are tried
 * and the crossing between two stops with different winners is halved down; what happens twice between two stops is
 * not seen.
 *
 * @param input what moves
 * @param metric what is compared
 * @param stretches who wins where, rising
 * @param isExact whether every value between was tried
 * @param points what both plans reach at the places of the slider and at the crossings, rising
 */
public record BreakEven(Input input, Metric metric, List<Stretch> stretches, boolean isExact, List<Point> points) {

    /** Whole numbers up to which all are tried. */
    private static final int MOST_VALUES = 16_384;
    private static final int HALVINGS = 60;

    /** Who is better. */
    public enum Winner { FIRST, SECOND, NEITHER }

    /**
     * Values with one winner.
     *
     * @param from the first of them
     * @param to the last of them that was tried
     * @param winner who is better; a plan that does not fit is worse than one that does, neither where both are the same
     */
    public record Stretch(double from, double to, Winner winner) {
    }

    /**
     * Both plans at one value, NaN where one does not fit.
     *
     * @param at the value of the input
     * @param first the metric of one plan
     * @param second that of the other
     */
    public record Point(double at, double first, double second) {
    }

    public BreakEven {
        stretches = List.copyOf(stretches);
        points = List.copyOf(points);
    }

    /**
     * Compares {@code a} and {@code b} over the values at which the slider of {@code input} stops for either.
     *
     * @throws IllegalArgumentException where it stops nowhere
     */
    public static BreakEven of(Plan a, Plan b, Input input, Metric metric) {
        TreeSet<Double> stops = new TreeSet<>();
        for (Plan plan : List.of(a, b)) {
            input.stopsFor(plan).stream().filter(Stop::isLegal).forEach(stop -> stops.add(stop.value()));
        }
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("No value of " + input.key() + " is legal for either plan.");
        }
        TreeSet<Double> shown = new TreeSet<>(stops);
        boolean isWhole = input.range().whole();
        boolean isExact = input.range().onStops() || isWhole && stops.last() - stops.first() < MOST_VALUES;
        if (isExact && !input.range().onStops()) {
            for (double x = stops.first(); x < stops.last(); x++) {
                stops.add(x);
            }
        }
        Race race = new Race(a, b, input, metric);
        List<Stretch> stretches = new ArrayList<>();
        double from = stops.first();
        double last = from;
        Winner winner = race.at(from);
        for (double x : stops) {
            Winner next = race.at(x);
            if (next != winner) {
                double[] edge = isExact ? new double[] {last, x} : race.edge(last, x, winner);
                stretches.add(new Stretch(from, edge[0], winner));
                from = edge[1];
                winner = next;
            }
            last = x;
        }
        stretches.add(new Stretch(from, last, winner));
        stretches.forEach(stretch -> shown.addAll(List.of(stretch.from(), stretch.to())));
        List<Point> points = shown.stream().map(x -> new Point(x, race.value(a, x), race.value(b, x))).toList();
        return new BreakEven(input, metric, stretches, isExact, points);
    }

    /** Both plans at any value. */
    private record Race(Plan a, Plan b, Input input, Metric metric) {

        Winner at(double x) {
            double first = value(a, x);
            double second = value(b, x);
            if (Double.isNaN(first) || Double.isNaN(second)) {
                // what does not fit cannot win
                return !Double.isNaN(first) ? Winner.FIRST : !Double.isNaN(second) ? Winner.SECOND : Winner.NEITHER;
            }
            if (first == second) {
                return Winner.NEITHER;
            }
            return first > second == metric.isMoreBetter() ? Winner.FIRST : Winner.SECOND;
        }

        double value(Plan plan, double x) {
            return Estimator.estimate(input.with(plan, x)) instanceof Estimate e && e.memory().fits()
                    ? e.get(metric) : Double.NaN;
        }

        /** The last value between with the winner at {@code lo}, and the next one that was tried. */
        double[] edge(double lo, double hi, Winner winner) {
            double low = lo;
            double high = hi;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = input.range().whole() ? Math.floor(low + (high - low) / 2) : low + (high - low) / 2;
                if (middle <= low || middle >= high) {
                    break;
                }
                if (at(middle) == winner) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return new double[] {low, high};
        }
    }
}
