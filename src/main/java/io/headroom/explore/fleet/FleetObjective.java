package io.headroom.explore.fleet;

import io.headroom.plan.fleet.Pool;
import java.util.List;

/** What a fleet is asked to be least in; of equals the other one decides. */
public enum FleetObjective {
    LEAST_COST("cost", "Least cost"),
    FEWEST_GPUS("gpus", "Fewest GPUs");

    /** Weights that differ by less than this share of them count as equal. */
    private static final double TIE = 1e-7;

    private final String id;
    private final String label;

    FleetObjective(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in files. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether GPUs of {@code pool} can be weighed: a cost needs a price. */
    boolean weighs(Pool pool) {
        return this == FEWEST_GPUS || !Double.isNaN(pool.hardware().pricePerGpuHour());
    }

    /** What a GPU of each pool weighs; of a pool without a price as much as of the dearest. */
    double[] weights(List<Pool> pools) {
        double dearest = pools.stream().mapToDouble(p -> p.hardware().pricePerGpuHour()).filter(p -> p > 0).max()
                .orElse(1);
        return pools.stream().mapToDouble(pool -> {
            double price = pool.hardware().pricePerGpuHour();
            double share = Double.isNaN(price) ? 1 : price / dearest;
            return this == LEAST_COST ? share + TIE : 1 + TIE * share;
        }).toArray();
    }
}
