package io.headroom.explore.fleet.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The most that GPUs of one type can do for one demand, by number of GPUs: an unbounded knapsack
 * {@code f(k) = max(f(k−1), max over choices of f(k−gpus) + rate)}, kept where it rises and until it covers the demand.
 */
final class Steps {

    /** GPUs of each step, rising from 0. */
    final int[] gpus;
    /** What they do, rising from 0. */
    final double[] rates;

    // the choice that ends the best mix of k GPUs, -1 where the best leaves one idle
    private final int[] last;
    private final CoverProblem problem;

    Steps(CoverProblem problem, int demand, int type) {
        this.problem = problem;
        List<Integer> mine = new ArrayList<>();
        for (int i = 0; i < problem.choices().size(); i++) {
            CoverProblem.Choice choice = problem.choices().get(i);
            if (choice.demand() == demand && choice.type() == type && choice.gpus() <= problem.available()[type]) {
                mine.add(i);
            }
        }
        double enough = problem.required()[demand] * CoverProblem.COVERED;
        int most = mine.isEmpty() ? 0 : problem.available()[type];
        double[] best = new double[most + 1];
        last = new int[most + 1];
        last[0] = -1;
        int[] stepGpus = new int[most + 1];
        int n = 1;
        for (int k = 1; k <= most && best[k - 1] < enough; k++) {
            best[k] = best[k - 1];
            last[k] = -1;
            for (int i : mine) {
                CoverProblem.Choice choice = problem.choices().get(i);
                if (choice.gpus() <= k && best[k - choice.gpus()] + choice.rate() > best[k]) {
                    best[k] = best[k - choice.gpus()] + choice.rate();
                    last[k] = i;
                }
            }
            if (last[k] >= 0) {
                stepGpus[n++] = k;
            }
        }
        gpus = Arrays.copyOf(stepGpus, n);
        rates = Arrays.stream(gpus).mapToDouble(k -> best[k]).toArray();
    }

    /** Adds the replicas of the best mix of {@code k} GPUs. */
    void addReplicas(int k, int[] replicas) {
        int left = k;
        while (left > 0) {
            if (last[left] < 0) {
                left--;
            } else {
                replicas[last[left]]++;
                left -= problem.choices().get(last[left]).gpus();
            }
        }
    }
}
