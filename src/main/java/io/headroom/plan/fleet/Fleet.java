package io.headroom.plan.fleet;

import java.util.List;

/**
 * What must be carried, and by what.
 *
 * @param name what people call it
 * @param pools accelerators by type, no two of one name
 * @param traffic what must be carried, no two of one name
 * @param utilization share of a replica's steady requests a second that is planned for, above 0 to 1
 * @param gpusPerReplica GPUs of a replica at most
 * @param requestsPerReplica concurrent requests of a replica at most
 */
public record Fleet(String name, List<Pool> pools, List<Traffic> traffic, double utilization, int gpusPerReplica,
        int requestsPerReplica) {

    public Fleet {
        pools = List.copyOf(pools);
        traffic = List.copyOf(traffic);
    }

    /** Requests a second that replicas must be able to carry, so that {@code utilization} of them is what arrives. */
    public double requiredPerSecond(Traffic of) {
        return of.requestsPerSecond() / utilization;
    }
}
