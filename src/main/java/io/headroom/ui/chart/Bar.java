package io.headroom.ui.chart;

import java.util.Arrays;
import java.util.List;

/**
 * One bar of a chart with upright bars.
 *
 * @param label under it
 * @param values one a kind, SI units
 * @param ghost the baseline's values, one a kind; empty if there is no baseline
 * @param peak the height of the bar beside it, of what the hardware could do at best; NaN if there is none
 */
public record Bar(String label, List<Double> values, List<Double> ghost, double peak) {

    public Bar {
        values = List.copyOf(values);
        ghost = List.copyOf(ghost);
    }

    /** A bar without a baseline and alone in its slot. */
    public static Bar of(String label, double... values) {
        return new Bar(label, boxed(values), List.of(), Double.NaN);
    }

    /** The same with the baseline's values around it. */
    public Bar against(double... baseline) {
        return new Bar(label, values, boxed(baseline), peak);
    }

    /** The same beside what the hardware could do at best. */
    public Bar beside(double best) {
        return new Bar(label, values, ghost, best);
    }

    boolean hasPeak() {
        return Double.isFinite(peak);
    }

    double total() {
        return sum(values);
    }

    double ghostTotal() {
        return sum(ghost);
    }

    /** The largest thing to be drawn in the slot. */
    double highest() {
        double highest = Math.max(total(), ghostTotal());
        return hasPeak() ? Math.max(highest, peak) : highest;
    }

    private static double sum(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
