package io.headroom.validate;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.validate.read.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Coordinate search over rounded values of the constants: each is moved along its list while that lowers the mean of
 * {@code min(|ln(estimated/measured)|, cap)}, weighted so that a source with n rows of a quantity counts as sqrt(n). An
 * engine's or architecture's own constant costs a little for its distance from the profile's, so that few rows cannot
 * pull it far.
 */
final class FitSearch {

    private static final double CAP = 0.6;
    private static final double PULL = 3e-5;
    private static final int[] MOVES = {1, -1, 2, -2, 4, -4, 8, -8};

    private final List<FitCase> cases;
    private final double[][] weights;
    private final double[][] errors;
    private final Profile base;
    private final Map<FitKnob, Integer> chosen = new LinkedHashMap<>();
    private final Set<FitKnob> frozen = new HashSet<>();

    /**
     * @param cases what is fitted to
     * @param isUsed which of them count
     * @param base the profile to start from
     */
    FitSearch(List<FitCase> cases, Predicate<FitCase> isUsed, Profile base) {
        this.cases = cases.stream().filter(isUsed).toList();
        this.base = base;
        this.weights = weights(this.cases);
        this.errors = new double[this.cases.size()][];
    }

    /** Adds constants to the search at the value that the profile has for them now. */
    void open(List<FitKnob> knobs) {
        Profile now = profile();
        for (FitKnob k : knobs) {
            chosen.putIfAbsent(k, k.nearest(at(now, k)));
        }
    }

    /** The value of {@code k} in {@code p}: that of the level, or of what stands above it. */
    private static double at(Profile p, FitKnob k) {
        String level = k.level();
        int slash = level.indexOf('/');
        boolean isEngine = slash < 0 && p.engines().containsKey(level) || isEngine(level);
        Constants c = slash >= 0 ? p.on(level.substring(0, slash), level.substring(slash + 1))
                : isEngine ? p.on(level, "") : p.on(null, level);
        return c.get(k.knob());
    }

    static boolean isEngine(String level) {
        return FitPlan.ENGINES.contains(level);
    }

    /** Keeps the profile's own constants that engines or architectures replace: nothing known would hold them now. */
    void freeze(List<Knob> replaced) {
        frozen.addAll(replaced.stream().map(k -> new FitKnob("", k)).toList());
    }

    /** Searches until no move helps, {@code sweeps} rounds at most. */
    double search(int sweeps, long seed) {
        Random random = new Random(seed);
        double best = all(profile());
        for (int sweep = 0; sweep < sweeps; sweep++) {
            double before = best;
            List<FitKnob> order = new ArrayList<>(chosen.keySet());
            order.removeAll(frozen);
            Collections.shuffle(order, random);
            for (FitKnob k : order) {
                best = improve(k, best);
            }
            if (before - best < 1e-5) {
                break;
            }
        }
        return best;
    }

    /** Searches again from {@code times} random places near the best one. */
    double restart(int times, int sweeps, long seed) {
        Random random = new Random(seed);
        double best = search(sweeps, seed);
        for (int i = 0; i < times; i++) {
            Map<FitKnob, Integer> kept = new LinkedHashMap<>(chosen);
            chosen.replaceAll((k, at) -> frozen.contains(k) || random.nextInt(3) > 0 ? at
                    : Math.clamp(at + random.nextInt(-6, 7), 0, k.values().length - 1));
            double found = search(sweeps, seed + i);
            if (found < best - 1e-6) {
                best = found;
            } else {
                chosen.putAll(kept);
            }
        }
        all(profile());
        return best;
    }

    private double improve(FitKnob k, double start) {
        double best = start;
        int[] heard = IntStream.range(0, cases.size()).filter(i -> cases.get(i).hears(k.level())).toArray();
        double[][] kept = new double[heard.length][];
        int length = k.values().length;
        boolean isMoved = true;
        while (isMoved) {
            isMoved = false;
            for (int move : MOVES) {
                int from = chosen.get(k);
                int to = Math.clamp(from + move, 0, length - 1);
                if (to == from) {
                    continue;
                }
                for (int i = 0; i < heard.length; i++) {
                    kept[i] = errors[heard[i]];
                }
                chosen.put(k, to);
                double score = some(profile(), heard);
                if (score < best - 1e-7) {
                    best = score;
                    isMoved = true;
                } else {
                    chosen.put(k, from);
                    for (int i = 0; i < heard.length; i++) {
                        errors[heard[i]] = kept[i];
                    }
                }
            }
        }
        return best;
    }

    private double all(Profile profile) {
        return some(profile, IntStream.range(0, cases.size()).toArray());
    }

    private double some(Profile profile, int[] which) {
        IntStream.of(which).parallel().forEach(i -> errors[i] = cases.get(i).errors(profile));
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int t = 0; t < errors[i].length; t++) {
                double e = Math.abs(errors[i][t]);
                sum += weights[i][t] * (Double.isNaN(e) ? CAP : Math.min(e, CAP));
            }
        }
        return sum + PULL * distance(profile);
    }

    private double distance(Profile profile) {
        double distance = 0;
        for (FitKnob k : chosen.keySet()) {
            // waiting before the first token is a matter of the engine alone
            boolean isOwn = k.knob() == Knob.OVERHEAD_PER_REQUEST || k.knob() == Knob.PREFILL_SHARE_IN_DECODE;
            if (!k.level().isEmpty() && !isOwn) {
                distance += Math.abs(chosen.get(k) - k.nearest(profile.constants().get(k.knob())));
            }
        }
        return distance;
    }

    /** The profile with the values chosen so far. */
    Profile profile() {
        Constants constants = base.constants();
        Map<String, Map<Knob, Double>> engines = copy(base.engines());
        Map<String, Map<Knob, Double>> architectures = copy(base.architectures());
        Map<String, Map<Knob, Double>> pairs = copy(base.pairs());
        for (Map.Entry<FitKnob, Integer> e : chosen.entrySet()) {
            FitKnob k = e.getKey();
            double value = k.values()[e.getValue()];
            if (k.level().isEmpty()) {
                constants = constants.with(k.knob(), value);
            } else {
                Map<String, Map<Knob, Double>> of = k.level().contains("/") ? pairs
                        : isEngine(k.level()) ? engines : architectures;
                of.computeIfAbsent(k.level(), _ -> new EnumMap<>(Knob.class)).put(k.knob(), value);
            }
        }
        return new Profile(base.id(), base.note(), constants, engines, architectures, pairs,
                base.usesReportedMemory(), base.source());
    }

    private static Map<String, Map<Knob, Double>> copy(Map<String, Map<Knob, Double>> of) {
        Map<String, Map<Knob, Double>> copy = new LinkedHashMap<>();
        of.forEach((k, v) -> copy.put(k, v.isEmpty() ? new EnumMap<>(Knob.class) : new EnumMap<>(v)));
        return copy;
    }

    private static double[][] weights(List<FitCase> cases) {
        Map<String, Integer> counts = new HashMap<>();
        cases.forEach(c -> c.targets().forEach(t -> counts.merge(group(t), 1, Integer::sum)));
        double all = 0;
        double[][] weights = new double[cases.size()][];
        for (int i = 0; i < weights.length; i++) {
            List<ValidatedRow> targets = cases.get(i).targets();
            weights[i] = new double[targets.size()];
            for (int t = 0; t < weights[i].length; t++) {
                double n = counts.get(group(targets.get(t)));
                weights[i][t] = importance(targets.get(t).quantity()) / Math.sqrt(n);
                all += weights[i][t];
            }
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

    // TTFT under load scatters three times as much as the others
    private static double importance(Quantity quantity) {
        return quantity == Quantity.TTFT ? 0.3 : 1;
    }
}
