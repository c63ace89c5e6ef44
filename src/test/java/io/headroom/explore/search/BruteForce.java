package io.headroom.explore.search;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every plan of a space by nested loops, each judged on its own with the estimator, the rules and the verdicts. */
final class BruteForce {

    final List<Judgement> passing = new ArrayList<>();
    final BitSet gpuCounts = new BitSet();
    long size;
    long illegal;
    long doesNotFit;
    long misses;
    /** Smallest factor to memory or a limit of the legal plan that has the largest. */
    double nearest = Double.NaN;

    BruteForce(SearchSpace space) {
        Plan plan = space.plan();
        for (Precision precision : space.precisions()) {
            for (int t : splits(plan.model().shape().attention().heads(), plan.parallelism().tensor())) {
                for (int c : splits(32, plan.parallelism().context())) {
                    for (int e : plan.model().isMoe() ? splits(plan.model().shape().moe().experts(),
                            plan.parallelism().expert()) : Set.of(1)) {
                        for (int p = 1; p <= plan.model().layers(); p++) {
                            layouts(space, plan.withPrecision(precision), t, c, e, p);
                        }
                    }
                }
            }
        }
    }

    /** Divisors and powers of two, and the plan's own. */
    private static Set<Integer> splits(int amount, int own) {
        Set<Integer> values = new TreeSet<>(Set.of(own));
        for (int n = 1; n <= amount; n++) {
            if (amount % n == 0 || (n & n - 1) == 0) {
                values.add(n);
            }
        }
        return values;
    }

    private void layouts(SearchSpace space, Plan plan, int t, int c, int e, int p) {
        int replica = Math.max(t * c, e) * p;
        for (int r = 1; r * replica <= space.gpus().most(); r++) {
            if (!space.gpus().has(r * replica)) {
                continue;
            }
            for (boolean sp : t > 1 ? new boolean[] {false, true} : new boolean[] {false}) {
                batches(space, plan.withParallelism(new Parallelism(t, p, r, e, c, sp, List.of())));
            }
        }
    }

    private void batches(SearchSpace space, Plan layout) {
        for (int batch : space.batches()) {
            judge(at(layout, batch));
        }
        if (space.largestBatchUpTo() > 0) {
            largest(space, layout);
        }
    }

    private void largest(SearchSpace space, Plan layout) {
        if (!Legality.isLegal(layout)) {
            judge(layout);
            return;
        }
        int largest = 0;
        for (int b = 1; b <= space.largestBatchUpTo(); b++) {
            if (Estimator.estimate(at(layout, b)) instanceof Estimate e && e.memory().fits()) {
                largest = b;
            }
        }
        if (space.batches().contains(largest)) {
            size++;
        } else {
            judge(at(layout, Math.max(largest, 1)));
        }
    }

    private void judge(Plan plan) {
        size++;
        Judgement judgement = Judge.judge(plan);
        if (judgement.findings().stream().anyMatch(Finding::isError)) {
            illegal++;
            return;
        }
        Estimate estimate = judgement.estimate().orElseThrow();
        double memory = estimate.memory().usableBytes() / estimate.memory().worst().total();
        double least = judgement.requirements().stream().filter(r -> !r.requirement().soft() && !Double.isNaN(r.factor()))
                // a status says by how many times a limit is cleared, or missed
                .mapToDouble(r -> r.fails() ? 1 / r.factor() : r.factor()).reduce(memory, Math::min);
        nearest = nearest > least ? nearest : least;
        if (!judgement.fits()) {
            doesNotFit++;
        } else if (judgement.requirements().stream().anyMatch(RequirementStatus::fails)) {
            misses++;
        } else {
            passing.add(judgement);
            gpuCounts.set((int) judgement.value(Metric.GPUS));
        }
    }

    private static Plan at(Plan layout, int batch) {
        return layout.withWorkload(layout.workload().withConcurrentRequests(batch));
    }
}
