package io.headroom.explore.whatif;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Stop;
import io.headroom.plan.Plan;
import java.util.List;

/**
 * A plan with every legal value of one of its inputs.
 *
 * @param input the input
 * @param now its value in the plan
 * @param points ascending; the plan's own value is one of them
 */
public record Sweep(Input input, double now, List<Point> points) {

    /**
     * The plan with one value.
     *
     * @param value the value
     * @param judgement what follows from it
     */
    public record Point(double value, Judgement judgement) {
    }

    public Sweep {
        points = List.copyOf(points);
    }

    /** {@code plan} with every stop of {@code input} that is legal, and with its own value, legal or not. */
    public static Sweep of(Plan plan, Input input) {
        double now = input.valueIn(plan);
        return new Sweep(input, now, input.stopsFor(plan).stream()
                .filter(stop -> stop.isLegal() || stop.value() == now).mapToDouble(Stop::value)
                .mapToObj(value -> new Point(value, Judge.judge(input.with(plan, value)))).toList());
    }

    /** The largest value with which the plan is legal, fits and misses nothing, or NaN. */
    public double largestPassing() {
        return points.stream().filter(p -> passes(p.judgement())).mapToDouble(Point::value).max().orElse(Double.NaN);
    }

    /** The smallest value with which the plan is legal, fits and misses nothing, or NaN. */
    public double smallestPassing() {
        return points.stream().filter(p -> passes(p.judgement())).mapToDouble(Point::value).min().orElse(Double.NaN);
    }

    private static boolean passes(Judgement judgement) {
        return switch (judgement.verdict()) {
            case MEETS, AT_RISK, NO_LIMITS -> true;
            case MISSES, DOES_NOT_FIT, NOT_LEGAL -> false;
        };
    }
}
