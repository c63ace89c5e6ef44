package io.headroom.explore.search;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import java.util.BitSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What one worker found so far; tallies of several add up to the same whatever each of them saw. */
final class Tally {

    private static final Objective[] OBJECTIVES = Objective.values();

    final TreeMap<String, Long> rules = new TreeMap<>();
    final long[] limits;
    final BitSet gpuCounts = new BitSet();
    final Found[] best = new Found[OBJECTIVES.length];
    final Front front;
    long byMemory;
    long byBound;
    long repeated;
    long visited;
    long passing;

    private final HardLimit[] hardLimits;
    // what each objective compares; null: the headroom
    private final Metric[] metrics = new Metric[OBJECTIVES.length];
    private final boolean[] isMoreBetter = new boolean[OBJECTIVES.length];
    private final double[] values = new double[OBJECTIVES.length];
    private final Consumer<Found> listener;
    private final boolean isMemoryLimited;

    Tally(SearchSpace space, HardLimit[] hardLimits) {
        this(space, hardLimits, null, true);
    }

    /**
     * @param hardLimits what headroom is measured to
     * @param listener hears of every plan that is taken; may be null
     * @param isMemoryLimited whether only plans that fit are offered
     */
    Tally(SearchSpace space, HardLimit[] hardLimits, Consumer<Found> listener, boolean isMemoryLimited) {
        this.hardLimits = hardLimits;
        this.listener = listener;
        this.isMemoryLimited = isMemoryLimited;
        this.limits = new long[hardLimits.length];
        this.front = new Front(space.frontMetrics());
        Plan plan = space.plan();
        for (Objective objective : OBJECTIVES) {
            metrics[objective.ordinal()] = objective.metric(plan).orElse(null);
            isMoreBetter[objective.ordinal()] = objective.isMoreBetter(plan);
        }
    }

    boolean isMemoryLimited() {
        return isMemoryLimited;
    }

    /** Takes a plan that passes. */
    void take(Estimate estimate, long order) {
        passing++;
        gpuCounts.set((int) estimate.groups().gpus());
        Found found = new Found(estimate, Headroom.of(estimate, hardLimits), order);
        for (int i = 0; i < best.length; i++) {
            better(i, found);
        }
        front.offer(found);
        if (listener != null) {
            listener.accept(found);
        }
    }

    private void better(int i, Found found) {
        double value = value(i, found);
        // not a number is no better than anything
        if (best[i] == null ? !Double.isNaN(value) : value > values[i] || value == values[i] && breaksTie(found, best[i])) {
            best[i] = found;
            values[i] = value;
        }
    }

    /** What objective {@code i} makes of {@code found}: more is better. */
    private double value(int i, Found found) {
        if (metrics[i] == null) {
            return found.headroom();
        }
        double value = found.estimate().get(metrics[i]);
        return isMoreBetter[i] ? value : -value;
    }

    private static boolean breaksTie(Found a, Found b) {
        int order = Long.compare(a.estimate().groups().gpus(), b.estimate().groups().gpus());
        if (order == 0) {
            order = Double.compare(b.estimate().get(Metric.OUTPUT_TOKENS_PER_GPU),
                    a.estimate().get(Metric.OUTPUT_TOKENS_PER_GPU));
        }
        return order == 0 ? a.order() < b.order() : order < 0;
    }

    /** Adds what another worker found. */
    void add(Tally other) {
        other.rules.forEach((rule, n) -> rules.merge(rule, n, Long::sum));
        for (int i = 0; i < limits.length; i++) {
            limits[i] += other.limits[i];
        }
        gpuCounts.or(other.gpuCounts);
        byMemory += other.byMemory;
        byBound += other.byBound;
        repeated += other.repeated;
        visited += other.visited;
        passing += other.passing;
        for (int i = 0; i < best.length; i++) {
            if (other.best[i] != null) {
                better(i, other.best[i]);
            }
        }
        front.offerAll(other.front);
    }
}
