package io.headroom.validate.fit;

import io.headroom.catalog.Knob;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which assumptions the chosen measurements can tell. An assumption is told where moving it by a tenth of its range
 * moves the logarithm of an estimate by 0.01 or more, and where that pattern of movements is no mixture of those of the
 * assumptions told before it: what remains of it beside them (Gram and Schmidt) is a tenth of it or more. With a smaller
 * remainder an error of 1 % in a measurement becomes one of more than 10 % in the assumption.
 */
public final class Determination {

    private static final double MOVED = 0.1;
    private static final double FELT = 0.01;
    private static final double REMAINDER = 0.1;

    /** What is known of an assumption. */
    public sealed interface Answer {

        /** The measurements tell it. */
        record Told() implements Answer {
        }

        /** No measurement is chosen. */
        record NoMeasurement() implements Answer {
        }

        /** No chosen measurement depends on it enough. */
        record NotFelt() implements Answer {
        }

        /**
         * It moves the estimates as others do.
         *
         * @param others the assumptions that are fitted already
         */
        record NotApart(Set<Knob> others) implements Answer {
        }
    }

    private final List<Sample> samples;

    private Determination(List<Sample> samples) {
        this.samples = samples;
    }

    /**
     * What {@code samples} tell of each of {@code asked}. Those {@code wanted} are told in their order, each beside those
     * before it; the others beside all that are wanted and told.
     */
    public static Map<Knob, Answer> of(List<Sample> samples, Collection<Knob> asked, Collection<Knob> wanted) {
        Determination of = new Determination(List.copyOf(samples));
        Map<Knob, Answer> answers = new EnumMap<>(Knob.class);
        List<double[]> basis = new ArrayList<>();
        Set<Knob> told = EnumSet.noneOf(Knob.class);
        for (Knob knob : wanted) {
            double[] moved = of.moved(knob);
            Answer answer = of.answer(moved, basis, told);
            answers.put(knob, answer);
            if (answer instanceof Answer.Told) {
                basis.add(unit(remainder(moved, basis)));
                told.add(knob);
            }
        }
        for (Knob knob : asked) {
            if (!answers.containsKey(knob)) {
                answers.put(knob, of.answer(of.moved(knob), basis, told));
            }
        }
        return answers;
    }

    private Answer answer(double[] moved, List<double[]> basis, Set<Knob> told) {
        if (samples.isEmpty()) {
            return new Answer.NoMeasurement();
        }
        double largest = 0;
        for (double value : moved) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest >= FELT)) {
            return new Answer.NotFelt();
        }
        return length(remainder(moved, basis)) >= REMAINDER * length(moved) ? new Answer.Told()
                : new Answer.NotApart(Set.copyOf(told));
    }

    /** By how much the logarithm of every estimate moves with {@code knob}. */
    private double[] moved(Knob knob) {
        double[] moved = new double[samples.size()];
        for (int i = 0; i < moved.length; i++) {
            Sample sample = samples.get(i);
            Assumptions a = sample.plan().assumptions();
            double share = AssumptionFit.share(knob, a.constants().get(knob));
            double to = AssumptionFit.value(knob, share + MOVED <= 1 ? share + MOVED : share - MOVED);
            Plan there = sample.plan().withAssumptions(a.with(knob, to));
            double log = Math.log(sample.estimate().applyAsDouble(there) / sample.estimated());
            moved[i] = Double.isFinite(log) ? log : 0;
        }
        return moved;
    }

    private static double[] remainder(double[] vector, List<double[]> basis) {
        double[] left = vector.clone();
        for (double[] unit : basis) {
            double along = 0;
            for (int i = 0; i < left.length; i++) {
                along += left[i] * unit[i];
            }
            for (int i = 0; i < left.length; i++) {
                left[i] -= along * unit[i];
            }
        }
        return left;
    }

    private static double[] unit(double[] vector) {
        double length = length(vector);
        double[] unit = vector.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
