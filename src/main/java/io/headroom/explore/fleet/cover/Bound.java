package io.headroom.explore.fleet.cover;

import java.util.Arrays;

/**
 * A weight below which no answer lies. Every GPU of a type is charged {@code λ ≥ 0} more and what all of that type are
 * charged together is given back (Lagrange): {@code Σ over demands of the least (weight + λ)·gpus − Σ λ·available}. With
 * λ = 0 it is what the demands would take if each had all GPUs to itself.
 */
final class Bound {

    private static final int ROUNDS = 40;
    private static final double FIRST_STEP = 0.5;

    /** Weights with what is charged on top. */
    final double[] charged;
    /** What is given back. */
    final double back;

    private final CoverProblem problem;
    private final Steps[][] steps;
    // by demand, of the types from this one on
    private final Reach[][] reach;
    // least weight of the demands from this one on
    private final double[] rest;

    Bound(CoverProblem problem, Steps[][] steps, double[] lambda) {
        this.problem = problem;
        this.steps = steps;
        int types = problem.types();
        charged = new double[types];
        double given = 0;
        for (int g = 0; g < types; g++) {
            charged[g] = problem.weights()[g] + lambda[g];
            given += lambda[g] * problem.available()[g];
        }
        back = given;
        reach = new Reach[problem.demands()][types + 1];
        rest = new double[problem.demands() + 1];
        for (int d = problem.demands() - 1; d >= 0; d--) {
            double enough = enough(d);
            reach[d][types] = Reach.NONE;
            for (int g = types - 1; g >= 0; g--) {
                reach[d][g] = reach[d][g + 1].with(steps[d][g], charged[g], enough);
            }
            rest[d] = rest[d + 1] + reach[d][0].weight(enough);
        }
    }

    private double enough(int d) {
        return problem.required()[d] * CoverProblem.COVERED;
    }

    /** Of everything. */
    double whole() {
        return rest[0] - back;
    }

    /** Of {@code rate} of demand {@code d} by the types from {@code g} on, and of the demands after it. */
    double rest(int d, int g, double rate) {
        return reach[d][g].weight(rate) + rest[d + 1];
    }

    /** GPUs of each type that the demands take if each has its least charged weight. */
    long[] taken() {
        long[] taken = new long[problem.types()];
        for (int d = 0; d < problem.demands(); d++) {
            double rate = enough(d);
            for (int g = 0; g < problem.types(); g++) {
                int i = cheapest(d, g, rate);
                taken[g] += steps[d][g].gpus[i];
                rate -= steps[d][g].rates[i];
            }
        }
        return taken;
    }

    private int cheapest(int d, int g, double rate) {
        Steps mine = steps[d][g];
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < mine.gpus.length; i++) {
            double weight = charged[g] * mine.gpus[i] + reach[d][g + 1].weight(rate - mine.rates[i]);
            if (weight < least) {
                least = weight;
                best = i;
            }
        }
        return best;
    }

    /** The best of several charges, found by raising them on types of which too many are taken (subgradient). */
    static Bound tightest(CoverProblem problem, Steps[][] steps, Bound free) {
        Bound best = free;
        double[] lambda = new double[problem.types()];
        double scale = Arrays.stream(problem.weights()).max().orElse(1);
        for (int round = 1; round <= ROUNDS; round++) {
            Bound now = round == 1 ? free : new Bound(problem, steps, lambda);
            best = now.whole() > best.whole() ? now : best;
            long[] taken = now.taken();
            boolean isMoved = false;
            for (int g = 0; g < lambda.length; g++) {
                double excess = (double) (taken[g] - problem.available()[g]) / problem.available()[g];
                double moved = Math.max(0, lambda[g] + FIRST_STEP * scale * excess / Math.sqrt(round));
                isMoved |= moved != lambda[g];
                lambda[g] = moved;
            }
            if (!isMoved) {
                break;
            }
        }
        return best;
    }
}
