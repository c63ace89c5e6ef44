package io.headroom.explore.fleet.cover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The least weight with which some types together cover a part of one demand, whatever other demands take: the
 * non-dominated pairs of weight and rate. Where they are too many, neighbours are joined to the lighter weight and the
 * higher rate of them, so that the weight is never more than the true one.
 */
final class Reach {

    /** Nothing is needed of no types. */
    static final Reach NONE = new Reach(List.of(new Pair(0, 0)));

    private static final int MOST_SUMS = 250_000;

    private final List<Pair> pairs;

    private record Pair(double weight, double rate) {
    }

    private Reach(List<Pair> pairs) {
        this.pairs = pairs;
    }

    /** Of one more type with GPUs of {@code weight}; what covers {@code enough} is as good as more. */
    Reach with(Steps steps, double weight, double enough) {
        List<Pair> mine = joined(pairs, Math.max(1, MOST_SUMS / steps.gpus.length));
        List<Pair> sums = new ArrayList<>();
        for (int i = 0; i < steps.gpus.length; i++) {
            for (Pair pair : mine) {
                sums.add(new Pair(weight * steps.gpus[i] + pair.weight, steps.rates[i] + pair.rate));
            }
        }
        sums.sort(Comparator.comparingDouble(Pair::weight).thenComparing(Pair::rate, Comparator.reverseOrder()));
        List<Pair> best = new ArrayList<>();
        double most = -1;
        for (Pair sum : sums) {
            if (sum.rate > most) {
                best.add(sum);
                most = sum.rate;
                if (most >= enough) {
                    break;
                }
            }
        }
        return new Reach(best);
    }

    /** The least weight that covers {@code rate}; infinite where nothing does. */
    double weight(double rate) {
        int low = 0;
        int high = pairs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(middle).rate < rate) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == pairs.size() ? Double.POSITIVE_INFINITY : pairs.get(low).weight;
    }

    private static List<Pair> joined(List<Pair> pairs, int most) {
        if (pairs.size() <= most) {
            return pairs;
        }
        List<Pair> joined = new ArrayList<>();
        int size = Math.ceilDiv(pairs.size(), most);
        for (int i = 0; i < pairs.size(); i += size) {
            joined.add(new Pair(pairs.get(i).weight, pairs.get(Math.min(i + size, pairs.size()) - 1).rate));
        }
        return joined;
    }
}
