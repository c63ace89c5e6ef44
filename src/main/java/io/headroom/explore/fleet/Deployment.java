package io.headroom.explore.fleet;

import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;

/**
 * Replicas of one layout for one demand.
 *
 * @param traffic the demand
 * @param pool where they run
 * @param replica one of them
 * @param replicas how many
 */
public record Deployment(Traffic traffic, Pool pool, Found replica, int replicas) {

    /** GPUs of all of them. */
    public long gpus() {
        return replica.estimate().groups().gpus() * (long) replicas;
    }

    /** Requests a second that all of them carry. */
    public double requestsPerSecond() {
        return replica.estimate().get(Metric.REQUESTS) * replicas;
    }

    /** US dollars an hour of all of them; NaN without a price. */
    public double costPerHour() {
        return gpus() * pool.hardware().pricePerGpuHour();
    }
}
