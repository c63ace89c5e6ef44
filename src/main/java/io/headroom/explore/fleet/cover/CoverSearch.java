package io.headroom.explore.fleet.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Solves a problem exactly: demand after demand and type after type, the most promising number of GPUs first, and what
 * cannot beat the best answer so far by {@link Bound} is left out. It gives up after a number of steps, and then says
 * how far below the answer the bound lies.
 */
public final class CoverSearch {

    /** Steps after which a search gives up unless told otherwise: some seconds. */
    public static final long MOST_STEPS = 400_000;

    private static final int MOST_REMEMBERED = 200_000;
    // sums of weights differ in their last bits
    private static final double SAME = 1 - 1e-12;

    private final CoverProblem problem;
    private final Steps[][] steps;
    private final Bound free;
    private final Bound tight;
    private final BooleanSupplier isCancelled;
    private final int[] left;
    private final int[][] chosen;
    private final Map<State, Double> seen = new HashMap<>();
    private int[][] best;
    private double bestWeight = Double.POSITIVE_INFINITY;
    private long stepsLeft;
    private boolean isAborted;

    /** GPUs that are left when it is the turn of a demand. */
    private record State(int demand, List<Integer> left) {
    }

    /** A number of GPUs, and what an answer with it weighs at least. */
    private record Branch(int step, double bound) {
    }

    private CoverSearch(CoverProblem problem, long mostSteps, BooleanSupplier isCancelled) {
        this.problem = problem;
        this.stepsLeft = mostSteps;
        this.isCancelled = isCancelled;
        this.steps = new Steps[problem.demands()][problem.types()];
        for (int d = 0; d < steps.length; d++) {
            for (int g = 0; g < problem.types(); g++) {
                steps[d][g] = new Steps(problem, d, g);
            }
        }
        this.free = new Bound(problem, steps, new double[problem.types()]);
        this.tight = Double.isInfinite(free.whole()) ? free : Bound.tightest(problem, steps, free);
        this.left = problem.available().clone();
        this.chosen = new int[problem.demands()][problem.types()];
    }

    /** The answer; empty where {@code isCancelled}. */
    public static Optional<Cover> solve(CoverProblem problem, long mostSteps, BooleanSupplier isCancelled) {
        CoverSearch search = new CoverSearch(problem, mostSteps, isCancelled);
        search.demand(0, 0, 0);
        return isCancelled.getAsBoolean() ? Optional.empty() : Optional.of(search.answer());
    }

    private Cover answer() {
        double bound = Math.max(free.whole(), tight.whole());
        if (best == null) {
            return new Cover(Optional.empty(), bound, !isAborted);
        }
        int[] replicas = new int[problem.choices().size()];
        for (int d = 0; d < best.length; d++) {
            for (int g = 0; g < problem.types(); g++) {
                steps[d][g].addReplicas(best[d][g], replicas);
            }
        }
        boolean isProven = !isAborted || bound >= bestWeight * SAME;
        return new Cover(Optional.of(Arrays.stream(replicas).boxed().toList()), isProven ? bestWeight : bound, isProven);
    }

    private void demand(int d, double weight, double charged) {
        if (d == problem.demands()) {
            if (weight < bestWeight * SAME) {
                bestWeight = weight;
                best = Arrays.stream(chosen).map(int[]::clone).toArray(int[][]::new);
            }
            return;
        }
        State state = new State(d, Arrays.stream(left).boxed().toList());
        Double before = seen.get(state);
        if (before != null && before <= weight) {
            return;
        }
        if (before != null || seen.size() < MOST_REMEMBERED) {
            seen.put(state, weight);
        }
        type(d, 0, problem.required()[d] * CoverProblem.COVERED, weight, charged);
    }

    /** Covers {@code rate} of demand {@code d} by the types from {@code g} on. */
    private void type(int d, int g, double rate, double weight, double charged) {
        if (rate <= 0) {
            demand(d + 1, weight, charged);
            return;
        }
        if (g == problem.types() || !mayGoOn()) {
            return;
        }
        for (Branch branch : branches(d, g, rate, weight, charged)) {
            if (branch.bound >= bestWeight * SAME || isAborted) {
                return;
            }
            int k = steps[d][g].gpus[branch.step];
            left[g] -= k;
            chosen[d][g] = k;
            type(d, g + 1, rate - steps[d][g].rates[branch.step], weight + problem.weights()[g] * k,
                    charged + tight.charged[g] * k);
            chosen[d][g] = 0;
            left[g] += k;
        }
    }

    private List<Branch> branches(int d, int g, double rate, double weight, double charged) {
        List<Branch> branches = new ArrayList<>();
        Steps mine = steps[d][g];
        for (int i = 0; i < mine.gpus.length && mine.gpus[i] <= left[g]; i++) {
            double rest = rate - mine.rates[i];
            double bound = Math.max(weight + problem.weights()[g] * mine.gpus[i] + free.rest(d, g + 1, rest),
                    charged + tight.charged[g] * mine.gpus[i] + tight.rest(d, g + 1, rest) - tight.back);
            if (bound < bestWeight * SAME) {
                branches.add(new Branch(i, bound));
            }
            if (rest <= 0) {
                break;
            }
        }
        branches.sort(Comparator.comparingDouble(Branch::bound).thenComparing(Branch::step, Comparator.reverseOrder()));
        return branches;
    }

    private boolean mayGoOn() {
        isAborted |= --stepsLeft < 0 || isCancelled.getAsBoolean();
        return !isAborted;
    }
}
