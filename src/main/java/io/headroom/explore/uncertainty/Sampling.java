package io.headroom.explore.uncertainty;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Draws the samples of one plan, in blocks that workers share; each block writes where nobody else does. */
final class Sampling {

    private static final int BLOCK = 250;
    /** Places between the 10th and the 90th percentile of an input at which its own effect is looked at. */
    private static final int STEPS = 20;
    private static final Metric[] METRICS = Arrays.stream(Metric.values()).filter(m -> !m.isSimulated())
            .toArray(Metric[]::new);

    private final Plan plan;
    private final List<Uncertain> inputs;
    private final long seed;
    private final int samples;
    private final Triangular[] distributions;
    private final Draws[] draws;
    private final double[][] values;
    private final boolean[] fits;
    private final boolean[] passes;
    private final HardLimit[] limits;

    Sampling(Plan plan, List<Uncertain> inputs, long seed, int samples) {
        this.plan = plan;
        this.inputs = inputs;
        this.seed = seed;
        this.samples = samples;
        this.distributions = inputs.stream().map(u -> u.distribution(plan)).toArray(Triangular[]::new);
        this.draws = inputs.stream().map(u -> new Draws(seed, u.input().key())).toArray(Draws[]::new);
        this.values = new double[METRICS.length][samples];
        this.fits = new boolean[samples];
        this.passes = new boolean[samples];
        this.limits = HardLimit.of(plan.requirements()).toArray(HardLimit[]::new);
    }

    Optional<Uncertainty> run(Workers workers, BooleanSupplier isCancelled) {
        workers.run((samples + BLOCK - 1) / BLOCK, (block, worker) -> {
            if (!isCancelled.getAsBoolean()) {
                draw(block * BLOCK, Math.min(samples, (block + 1) * BLOCK));
            }
        });
        if (isCancelled.getAsBoolean()) {
            return Optional.empty();
        }
        // before quantiles sort them
        List<Double> chances = chances();
        Quantiles[] quantiles = new Quantiles[METRICS.length];
        workers.run(METRICS.length, (m, worker) -> quantiles[m] = moves(values[m]) ? Quantiles.of(values[m]) : null);
        Map<Metric, Quantiles> bands = new EnumMap<>(Metric.class);
        for (int m = 0; m < METRICS.length; m++) {
            if (quantiles[m] != null) {
                bands.put(METRICS[m], quantiles[m]);
            }
        }
        return Optional.of(new Uncertainty(plan, seed, samples, inputs, Collections.unmodifiableMap(bands), share(fits),
                share(passes), chances, drivers(bands)));
    }

    private void draw(int from, int to) {
        double[] drawn = new double[distributions.length];
        for (int i = from; i < to; i++) {
            for (int d = 0; d < drawn.length; d++) {
                drawn[d] = distributions[d].quantile(draws[d].at(i));
            }
            Estimate estimate = estimate(Uncertain.with(plan, inputs, drawn));
            for (int m = 0; m < METRICS.length; m++) {
                values[m][i] = estimate.get(METRICS[m]);
            }
            fits[i] = estimate.memory().fits();
            passes[i] = fits[i] && isKept(estimate);
        }
    }

    private boolean isKept(Estimate estimate) {
        for (HardLimit limit : limits) {
            if (limit.isMissedBy(estimate.get(limit.metric()))) {
                return false;
            }
        }
        return true;
    }

    private static Estimate estimate(Plan plan) {
        // a range changes no degree, so what had numbers has some
        return (Estimate) Estimator.estimate(plan);
    }

    private static boolean moves(double[] values) {
        for (double value : values) {
            if (value != values[0] && !Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private List<Double> chances() {
        List<Double> chances = new ArrayList<>(Collections.nCopies(plan.requirements().size(), Double.NaN));
        for (HardLimit limit : HardLimit.of(plan.requirements().stream().map(Sampling::hard).toList())) {
            int m = Arrays.asList(METRICS).indexOf(limit.metric());
            if (m >= 0 && !Double.isNaN(values[m][0])) {
                int kept = 0;
                for (double value : values[m]) {
                    kept += limit.isMissedBy(value) ? 0 : 1;
                }
                chances.set(limit.index(), (double) kept / samples);
            }
        }
        return chances;
    }

    /** A wish has a chance too. */
    private static Requirement hard(Requirement r) {
        return new Requirement(r.metric(), r.bound(), r.value(), r.unit(), r.margin(), false, r.extras());
    }

    private double share(boolean[] holds) {
        int count = 0;
        for (boolean one : holds) {
            count += one ? 1 : 0;
        }
        return (double) count / samples;
    }

    private Map<Metric, List<Driver>> drivers(Map<Metric, Quantiles> bands) {
        double[][] low = new double[inputs.size()][METRICS.length];
        double[][] high = new double[inputs.size()][METRICS.length];
        for (int d = 0; d < inputs.size(); d++) {
            alone(d, low[d], high[d]);
        }
        Map<Metric, List<Driver>> drivers = new EnumMap<>(Metric.class);
        for (int m = 0; m < METRICS.length; m++) {
            if (bands.containsKey(METRICS[m])) {
                drivers.put(METRICS[m], drivers(m, low, high));
            }
        }
        return Collections.unmodifiableMap(drivers);
    }

    /** The ends of all metrics while input {@code d} alone moves. */
    private void alone(int d, double[] low, double[] high) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int step = 0; step <= STEPS; step++) {
            double share = Quantiles.LOW + (Quantiles.HIGH - Quantiles.LOW) * step / STEPS;
            Estimate estimate = estimate(Uncertain.with(plan, inputs.subList(d, d + 1),
                    new double[] {distributions[d].quantile(share)}));
            for (int m = 0; m < METRICS.length; m++) {
                double value = estimate.get(METRICS[m]);
                low[m] = Math.min(low[m], value);
                high[m] = Math.max(high[m], value);
            }
        }
    }

    private List<Driver> drivers(int m, double[][] low, double[][] high) {
        double squares = 0;
        for (int d = 0; d < low.length; d++) {
            squares += (high[d][m] - low[d][m]) * (high[d][m] - low[d][m]);
        }
        List<Driver> drivers = new ArrayList<>();
        for (int d = 0; d < low.length; d++) {
            double width = high[d][m] - low[d][m];
            if (width > 0) {
                drivers.add(new Driver(inputs.get(d), low[d][m], high[d][m], width * width / squares));
            }
        }
        drivers.sort(Comparator.comparingDouble(Driver::width).reversed());
        return List.copyOf(drivers);
    }
}
