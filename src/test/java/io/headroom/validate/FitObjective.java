package io.headroom.validate;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a fit makes small: the mean of {@code cap*(1 - exp(-s/cap))} with {@code s = sqrt(e^2 + d^2) - d} of the errors
 * {@code e = ln(estimated/measured)} (straight beyond the noise, and hardly rising where a row is far from all others),
 * weighted so that a source with n rows of a quantity counts as sqrt(n), and the pull of {@link FitPlan}. Arguments are
 * constants in their units.
 */
final class FitObjective {

    // below it an error is noise
    private static final double NOISE = 0.03;

    final List<FitKnob> knobs;
    private final List<FitCase> cases;
    private final double[][] weights;
    private final Profile start;
    private final int[] parents;
    private final Map<String, int[]> hearers = new HashMap<>();
    private double cap;

    FitObjective(List<FitCase> cases, List<FitKnob> knobs, Profile start) {
        this.cases = cases;
        this.knobs = knobs;
        this.start = start;
        this.weights = weights(this.cases);
        this.parents = knobs.stream().mapToInt(k -> k.level().isEmpty() || k.isFactor() ? -1
                : knobs.indexOf(new FitKnob("", k.knob()))).toArray();
    }

    /** The error beyond which a row hardly pulls more. */
    void setCap(double value) {
        cap = value;
    }

    double[] startValues() {
        return knobs.stream().mapToDouble(this::startValue).toArray();
    }

    private double startValue(FitKnob k) {
        return k.isFactor() ? 0 : start.constants().get(k.knob()) / k.unit();
    }

    /** Errors of every case, in the order of its targets; those that a constant of {@code level} cannot change are kept. */
    double[][] errors(double[] at, String level, double[][] kept) {
        Profile profile = profile(at, false);
        Map<String, Profile> resolved = new HashMap<>();
        double[][] errors = kept == null ? new double[cases.size()][] : kept.clone();
        for (int i : hearers(level)) {
            FitCase c = cases.get(i);
            errors[i] = c.errors(resolved.computeIfAbsent(c.engine() + "/" + c.architecture() + "/" + c.model(), _ -> flat(profile, c)));
        }
        return errors;
    }

    /** The cases that a constant of {@code level} can change. */
    int[] hearers(String level) {
        return hearers.computeIfAbsent(level, _ -> IntStream.range(0, cases.size())
                .filter(i -> cases.get(i).hears(level)).toArray());
    }

    /** The profile with nothing left to look up: resolving levels costs as much as an estimate. */
    private static Profile flat(Profile p, FitCase c) {
        return new Profile(p.id(), p.note(), p.on(c.engine(), c.architecture(), c.model()), Map.of(), Map.of(), Map.of(),
                Map.of(), p.usesReportedMemory(), p.source()).withEngineSpecs(p.engineSpecs());
    }

    double of(double[] at, double[][] errors) {
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int t = 0; t < errors[i].length; t++) {
                double e = errors[i][t];
                sum += weights[i][t] * (Double.isNaN(e) ? cap : cap * (1 - Math.exp(-straight(e) / cap)));
            }
        }
        for (int k = 0; k < at.length; k++) {
            double away = away(at, k);
            sum += FitPlan.pull(knobs.get(k)) * away * away;
        }
        return sum;
    }

    /** Adds slope and curvature of the errors, by their derivatives, and of the pull. */
    void addSlopes(double[] at, double[][] errors, double[][][] derivatives, double[] slope, double[][] curvature) {
        int[] moved = new int[at.length];
        for (int i = 0; i < errors.length; i++) {
            int n = 0;
            for (int k = 0; k < at.length; k++) {
                if (derivatives[k][i] != null) {
                    moved[n++] = k;
                }
            }
            for (int t = 0; t < errors[i].length; t++) {
                addSlope(errors[i][t], weights[i][t], derivatives, i, t, Arrays.copyOf(moved, n), slope, curvature);
            }
        }
        for (int k = 0; k < at.length; k++) {
            double pull = 2 * FitPlan.pull(knobs.get(k));
            slope[k] += pull * away(at, k);
            curvature[k][k] += pull;
            if (parents[k] >= 0) {
                slope[parents[k]] -= pull * away(at, k);
                curvature[parents[k]][parents[k]] += pull;
                curvature[k][parents[k]] -= pull;
                curvature[parents[k]][k] -= pull;
            }
        }
    }

    private void addSlope(double e, double weight, double[][][] derivatives, int i, int t, int[] moved,
            double[] slope, double[][] curvature) {
        if (Double.isNaN(e)) {
            return;
        }
        double w = weight * Math.exp(-straight(e) / cap) / (straight(e) + NOISE);
        for (int k : moved) {
            double d = derivatives[k][i][t];
            slope[k] += w * d * e;
            for (int l : moved) {
                curvature[k][l] += w * d * derivatives[l][i][t];
            }
        }
    }

    private static double straight(double e) {
        return Math.sqrt(e * e + NOISE * NOISE) - NOISE;
    }

    private double away(double[] at, int k) {
        FitKnob knob = knobs.get(k);
        return at[k] - (parents[k] >= 0 ? at[parents[k]] : startValue(knob));
    }

    /** The profile with these values. */
    Profile profile(double[] at, boolean isRounded) {
        Constants constants = start.constants();
        // what engines keep of memory is known and not fitted
        Map<String, Map<Knob, Double>> engines = changed(start.engines());
        Map<String, Map<Knob, Double>> architectures = changed(start.architectures());
        Map<String, Map<Knob, Double>> factors = new LinkedHashMap<>();
        for (int k = 0; k < at.length; k++) {
            FitKnob knob = knobs.get(k);
            double value = isRounded ? knob.rounded(knob.value(at[k])) : knob.value(at[k]);
            if (knob.isFactor()) {
                factors.computeIfAbsent(knob.level(), _ -> new EnumMap<>(Knob.class)).put(knob.knob(), value);
            } else if (knob.level().isEmpty()) {
                constants = constants.with(knob.knob(), value);
            } else {
                (FitPlan.isEngine(knob.level()) ? engines : architectures)
                        .computeIfAbsent(knob.level(), _ -> new EnumMap<>(Knob.class)).put(knob.knob(), value);
            }
        }
        Map<String, Profile.ModelOnEngine> models = new LinkedHashMap<>();
        factors.forEach((pair, f) -> models.put(pair, new Profile.ModelOnEngine(measurements(pair), f)));
        return new Profile(start.id(), start.note(), constants, engines, architectures, start.pairs(), models,
                start.usesReportedMemory(), start.source()).withEngineSpecs(start.engineSpecs());
    }

    private static Map<String, Map<Knob, Double>> changed(Map<String, Map<Knob, Double>> levels) {
        Map<String, Map<Knob, Double>> copy = new LinkedHashMap<>();
        levels.forEach((level, values) -> copy.put(level, new EnumMap<>(values)));
        return copy;
    }

    private int measurements(String level) {
        int sum = 0;
        for (int i : hearers(level)) {
            sum += (int) cases.get(i).targets().stream().filter(t -> !t.isDerived()).count();
        }
        return sum;
    }

    private static double[][] weights(List<FitCase> cases) {
        Map<String, Integer> counts = new HashMap<>();
        cases.forEach(c -> c.targets().forEach(t -> counts.merge(group(t), 1, Integer::sum)));
        double[][] weights = new double[cases.size()][];
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = cases.get(i).targets().stream()
                    .mapToDouble(t -> 1 / Math.sqrt(counts.get(group(t)))).toArray();
            all += java.util.Arrays.stream(weights[i]).sum();
        }
        for (double[] row : weights) {
            for (int t = 0; t < row.length; t++) {
                row[t] /= all;
            }
        }
        return weights;
    }

    private static String group(ValidatedRow row) {
        return row.measurement().source() + "|" + row.quantity();
    }
}
