package io.headroom.validate.fit;

import io.headroom.catalog.Knob;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Finds values of chosen assumptions that bring the estimates of a system nearest to its measurements: least mean of
 * {@code ln(estimated/measured)^2}, plus a pull of 1e-5 times the squared distance from where the plan was, as shares of
 * the range, which decides only what the measurements leave open. Deterministic; a pure function of its arguments.
 */
public final class AssumptionFit {

    // weak beside any measurement: it moves a determined figure by less than a thousandth
    private static final double PULL = 1e-5;
    // times near 1 ms lie at a tenth of a range that ends at 10 s
    private static final double TIME_POWER = 4;
    private static final double TOLERATED_RISE = 0.01;
    private static final int BISECTIONS = 40;
    // each left out costs a fit; beyond it one measurement hardly moves the others' fit
    private static final int MOST_LEFT_OUT = 32;

    private final List<Sample> samples;
    private final List<Knob> knobs;
    private final double[] start;
    private final Progress progress;

    private AssumptionFit(List<Sample> samples, List<Knob> knobs, double[] start, Progress progress) {
        this.samples = samples;
        this.knobs = knobs;
        this.start = start;
        this.progress = progress;
    }

    /** How many of the fits that are to be made are made, and whoever is told so. */
    private static final class Progress {
        private final DoublePredicate goesOn;
        private final int all;
        private int done;

        Progress(DoublePredicate goesOn, int all) {
            this.goesOn = goesOn;
            this.all = all;
        }

        void ask() {
            if (!goesOn.test((double) done / all)) {
                throw new CancellationException("the fit was stopped");
            }
        }
    }

    /** The assumptions that a fit can move: shares of peaks, overheads, links. */
    public static Set<Knob> fittable() {
        return EnumSet.of(Knob.MFU, Knob.ATTENTION_MFU, Knob.MBU, Knob.LINK_EFFICIENCY, Knob.OVERHEAD_PER_LAYER,
                Knob.OVERHEAD_PER_MOE_LAYER, Knob.OVERHEAD_PER_QUANTIZED_LAYER, Knob.OVERHEAD_PER_STEP,
                Knob.OVERHEAD_PER_SEQUENCE, Knob.OVERHEAD_PER_REQUEST, Knob.PREFILL_SHARE_IN_DECODE);
    }

    /**
     * The assumptions that {@code samples} can tell: the fixed time of a step from one measured TPOT, E2E or rate, the
     * share of bandwidth from three; the fixed time of a request from one measured TTFT, MFU from three.
     */
    public static Set<Knob> suggested(List<Sample> samples) {
        long firsts = samples.stream().filter(s -> s.quantity().startsWith("ttft")).count();
        long others = samples.size() - firsts;
        Set<Knob> knobs = EnumSet.noneOf(Knob.class);
        if (others > 0) {
            knobs.add(Knob.OVERHEAD_PER_STEP);
        }
        if (others >= 3) {
            knobs.add(Knob.MBU);
        }
        if (firsts > 0) {
            knobs.add(Knob.OVERHEAD_PER_REQUEST);
        }
        if (firsts >= 3) {
            knobs.add(Knob.MFU);
        }
        return knobs;
    }

    /**
     * Fits {@code knobs} to {@code samples}.
     *
     * @param from assumptions to start from; the values that knobs have there are pulled to
     * @throws IllegalArgumentException where there is no sample, no knob, one that cannot be fitted, or a sample without
     *         an estimate
     */
    public static Fitted fit(List<Sample> samples, Assumptions from, Set<Knob> knobs) {
        return fit(samples, from, knobs, _ -> true);
    }

    /**
     * As {@link #fit(List, Assumptions, Set)}, for whoever waits.
     *
     * @param goesOn asked before every estimate with the share that is done
     * @throws CancellationException where it says no
     */
    public static Fitted fit(List<Sample> samples, Assumptions from, Set<Knob> knobs, DoublePredicate goesOn) {
        if (samples.isEmpty() || knobs.isEmpty() || !fittable().containsAll(knobs)) {
            throw new IllegalArgumentException("a fit needs a measurement and an assumption that it may move");
        }
        List<Knob> ordered = List.copyOf(EnumSet.copyOf(knobs));
        double[] before = ordered.stream().mapToDouble(knob -> from.constants().get(knob)).toArray();
        boolean isLeftOut = isLeftOut(samples.size(), ordered.size());
        AssumptionFit fit = new AssumptionFit(List.copyOf(samples), ordered, before,
                new Progress(goesOn, isLeftOut ? 1 + samples.size() : 1));
        if (Double.isNaN(fit.misfit(before))) {
            throw new IllegalArgumentException("a measured plan has no estimate");
        }
        double[] after = fit.solve();
        fit.progress.done++;
        return new Fitted(fit.known(after), fit.errors(after));
    }

    private double[] solve() {
        double[] origin = shares(start);
        double[] found = new Descent(at -> {
            double pull = 0;
            for (int i = 0; i < at.length; i++) {
                pull += (at[i] - origin[i]) * (at[i] - origin[i]);
            }
            return misfit(values(at)) + PULL * pull;
        }).minimum(origin);
        return Arrays.stream(values(found)).map(AssumptionFit::rounded).toArray();
    }

    /** Four significant digits: more than any measurement gives, and short enough to read in a plan file. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    private double misfit(double[] values) {
        double sum = 0;
        for (Sample sample : samples) {
            progress.ask();
            double log = Math.log1p(sample.error(with(sample.plan(), values)));
            sum += log * log;
        }
        return sum / samples.size();
    }

    private Plan with(Plan plan, double[] values) {
        Assumptions a = plan.assumptions();
        for (int i = 0; i < values.length; i++) {
            a = a.with(knobs.get(i), values[i]);
        }
        return plan.withAssumptions(a);
    }

    private List<SampleError> errors(double[] after) {
        List<SampleError> errors = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            errors.add(new SampleError(sample, sample.error(with(sample.plan(), start)),
                    sample.error(with(sample.plan(), after)), leftOut(i)));
        }
        return errors;
    }

    private static boolean isLeftOut(int samples, int knobs) {
        return samples > knobs && samples <= MOST_LEFT_OUT;
    }

    private double leftOut(int index) {
        if (!isLeftOut(samples.size(), knobs.size())) {
            return Double.NaN;
        }
        List<Sample> others = IntStream.range(0, samples.size()).filter(i -> i != index).mapToObj(samples::get).toList();
        double[] values = new AssumptionFit(others, knobs, start, progress).solve();
        progress.done++;
        Sample sample = samples.get(index);
        return sample.error(with(sample.plan(), values));
    }

    private List<FittedKnob> known(double[] after) {
        List<FittedKnob> known = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            Knob knob = knobs.get(i);
            known.add(new FittedKnob(knob, start[i], after[i], edge(after, i, 0), edge(after, i, 1)));
        }
        return known;
    }

    /** How far towards the end {@code share} of its range knob {@code i} can move before the error has grown too much. */
    private double edge(double[] after, int i, double share) {
        double allowed = Math.sqrt(misfit(after)) + TOLERATED_RISE;
        double good = share(knobs.get(i), after[i]);
        double bad = share;
        double[] at = after.clone();
        at[i] = value(knobs.get(i), bad);
        if (Math.sqrt(misfit(at)) <= allowed) {
            return at[i];
        }
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (good + bad) / 2;
            at[i] = value(knobs.get(i), middle);
            if (Math.sqrt(misfit(at)) <= allowed) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return value(knobs.get(i), good);
    }

    private double[] shares(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> share(knobs.get(i), values[i])).toArray();
    }

    private double[] values(double[] shares) {
        return IntStream.range(0, shares.length).mapToDouble(i -> value(knobs.get(i), shares[i])).toArray();
    }

    /** Where {@code value} lies in the range of {@code knob}, in [0, 1]; times more finely near 0. */
    static double share(Knob knob, double value) {
        double share = (value - knob.min()) / (knob.max() - knob.min());
        return isTime(knob) ? Math.pow(share, 1 / TIME_POWER) : share;
    }

    /** The value at {@code share} of the range of {@code knob}. */
    static double value(Knob knob, double share) {
        double range = knob.max() - knob.min();
        return knob.min() + range * (isTime(knob) ? Math.pow(share, TIME_POWER) : share);
    }

    private static boolean isTime(Knob knob) {
        return knob.key().endsWith("Seconds");
    }
}
