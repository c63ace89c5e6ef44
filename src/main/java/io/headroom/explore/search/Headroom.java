package io.headroom.explore.search;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Estimate;

/**
 * How far a plan stays from its closest limit: the smallest of usable memory over memory and, of every hard limit,
 * {@code limit/value} of ceilings and {@code value/limit} of floors. Below 1 one of them is missed.
 */
final class Headroom {

    private Headroom() {
    }

    /** The factor. */
    static double of(Estimate estimate, HardLimit[] limits) {
        double least = estimate.memory().usableBytes() / estimate.memory().worst().total();
        for (HardLimit limit : limits) {
            double value = estimate.get(limit.metric());
            double factor = limit.isCeiling() ? limit.value() / value : value / limit.value();
            if (factor < least) {
                least = factor;
            }
        }
        return least;
    }
}
