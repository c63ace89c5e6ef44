package io.headroom.validate;

import io.headroom.catalog.Profile;
import java.util.Arrays;
import java.util.List;

/**
 * Levenberg-Marquardt between bounds, with reweighted squares in place of the loss; first with a high cap, so that rows
 * far off still pull, then with the final one. Deterministic. Source: Marquardt 1963; Holland and Welsch 1977.
 */
final class FitSearch {

    private static final double STEP = 0.02;
    private static final double LONGEST = 2;
    private static final double[][] CAPS_AND_ROUNDS = {{2, 5}, {0.4, 10}};
    private static final double ENOUGH = 2e-6;

    private final FitObjective objective;
    private final double[] least;
    private final double[] most;
    private double[] at;
    private double[][] errors;
    private double best;
    private double damping;

    FitSearch(FitObjective objective) {
        this.objective = objective;
        List<FitKnob> knobs = objective.knobs;
        this.least = knobs.stream().mapToDouble(k -> k.least() / k.unit()).toArray();
        this.most = knobs.stream().mapToDouble(k -> k.most() / k.unit()).toArray();
        this.at = objective.startValues();
    }

    /** The profile at the minimum, its constants rounded. */
    Profile run() {
        for (double[] phase : CAPS_AND_ROUNDS) {
            objective.setCap(phase[0]);
            errors = objective.errors(at, "", null);
            best = objective.of(at, errors);
            damping = 1e-3;
            double before = Double.POSITIVE_INFINITY;
            for (int round = 0; round < phase[1] && before - best > ENOUGH; round++) {
                before = best;
                step();
            }
        }
        return objective.profile(at, true);
    }

    double objective() {
        return best;
    }

    private void step() {
        double[] slope = new double[at.length];
        double[][] curvature = new double[at.length][at.length];
        objective.addSlopes(at, errors, derivatives(), slope, curvature);
        for (int trial = 0; trial < 7; trial++) {
            double[] to = target(slope, curvature);
            double[][] found = objective.errors(to, "", null);
            double value = objective.of(to, found);
            if (value < best - 1e-9) {
                at = to;
                errors = found;
                best = value;
                damping = Math.max(1e-6, damping / 4);
                return;
            }
            damping *= 6;
        }
    }

    private double[][][] derivatives() {
        double[][][] derivatives = new double[at.length][errors.length][];
        for (int k = 0; k < at.length; k++) {
            double[] moved = at.clone();
            double step = moved[k] + STEP > most[k] ? -STEP : STEP;
            moved[k] += step;
            double[][] found = objective.errors(moved, objective.knobs.get(k).level(), errors);
            for (int i : objective.hearers(objective.knobs.get(k).level())) {
                if (!Arrays.equals(found[i], errors[i])) {
                    derivatives[k][i] = new double[found[i].length];
                    for (int t = 0; t < found[i].length; t++) {
                        double d = (found[i][t] - errors[i][t]) / step;
                        derivatives[k][i][t] = Double.isNaN(d) ? 0 : d;
                    }
                }
            }
        }
        return derivatives;
    }

    /** Where the damped step leads; what it would push out of bounds stays there, and the others are solved again. */
    private double[] target(double[] slope, double[][] curvature) {
        boolean[] isHeld = new boolean[at.length];
        double[] to = at.clone();
        boolean isDone = false;
        while (!isDone) {
            isDone = true;
            double[] down = solve(slope, curvature, isHeld);
            for (int k = 0; k < at.length; k++) {
                double wanted = at[k] - Math.clamp(down[k], -LONGEST, LONGEST);
                to[k] = Math.clamp(wanted, least[k], most[k]);
                boolean isPushedOut = to[k] != wanted && to[k] == at[k];
                if (isPushedOut && !isHeld[k]) {
                    isHeld[k] = true;
                    isDone = false;
                }
            }
        }
        return to;
    }

    private double[] solve(double[] slope, double[][] curvature, boolean[] isHeld) {
        int n = slope.length;
        double largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, curvature[k][k]);
        }
        double[][] a = new double[n][];
        double[] b = slope.clone();
        for (int k = 0; k < n; k++) {
            a[k] = curvature[k].clone();
            a[k][k] += damping * (curvature[k][k] + 1e-3 * largest);
        }
        for (int k = 0; k < n; k++) {
            if (isHeld[k]) {
                Arrays.fill(a[k], 0);
                for (double[] row : a) {
                    row[k] = 0;
                }
                a[k][k] = 1;
                b[k] = 0;
            }
        }
        return eliminate(a, b);
    }

    /** Gauss: the matrix is positive definite, so no pivoting is needed. */
    private static double[] eliminate(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                if (a[k][i] == 0) {
                    continue;
                }
                double factor = a[k][i] / a[i][i];
                for (int l = i; l < n; l++) {
                    a[k][l] -= factor * a[i][l];
                }
                b[k] -= factor * b[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int l = i + 1; l < n; l++) {
                b[i] -= a[i][l] * b[l];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
