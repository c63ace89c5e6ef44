package io.headroom.check;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.format.Unit;
import java.util.Optional;

/**
 * What a throughput limit asks of a GPU's arithmetic: {@code tokens/s * 2 * active parameters} FLOP/s against
 * {@code peak * MFU}. Assumption: a token costs 2 FLOP an active parameter and nothing else, so it flatters the plan.
 *
 * @param limitPerGpu output tokens a second and GPU that the limit asks for
 * @param activeParameters parameters that a token multiplies
 * @param peakFlops peak FLOP/s of a GPU in the fastest format that the model computes in
 * @param mfu the plan's own share of it
 * @param shown unit in which the limit was written
 */
public record ThroughputReach(double limitPerGpu, double activeParameters, double peakFlops, double mfu, Unit shown) {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    /** Of a requirement on output tokens; empty for others. */
    public static Optional<ThroughputReach> of(Estimate estimate, RequirementStatus status) {
        if (status.metric().isEmpty() || Double.isNaN(status.limit())) {
            return Optional.empty();
        }
        double gpus = switch (status.metric().get()) {
            case OUTPUT_TOKENS_PER_GPU -> 1;
            case OUTPUT_TOKENS_PER_REPLICA -> estimate.groups().replicaGpus();
            case OUTPUT_TOKENS -> estimate.groups().gpus();
            default -> Double.NaN;
        };
        return Double.isNaN(gpus) ? Optional.empty() : Optional.of(new ThroughputReach(status.limit() / gpus,
                estimate.get(Metric.PARAMS_ACTIVE), estimate.peakFlops(),
                estimate.plan().assumptions().constants().mfu(), status.unit().orElseThrow()));
    }

    /** FLOP/s that the limit needs of every GPU. */
    public double neededFlops() {
        return limitPerGpu * 2 * activeParameters;
    }

    /** FLOP/s that the plan expects of a GPU. */
    public double availableFlops() {
        return peakFlops * mfu;
    }

    /** Tokens a second and GPU at the plan's own MFU. */
    public double reachablePerGpu() {
        return availableFlops() / (2 * activeParameters);
    }

    /** How many times more than available is needed. */
    public double factor() {
        return neededFlops() / availableFlops();
    }

    /** The arithmetic in one sentence. */
    public String text() {
        Scale unit = new Scale(shown.symbol(), shown.factor(), 0);
        return FORMAT.text(limitPerGpu, Dimension.TOKENS_PER_SECOND, unit) + " a GPU × 2 × "
                + FORMAT.text(activeParameters, Dimension.PARAMETERS) + " active parameters = " + flops(neededFlops())
                + "; a GPU has " + flops(peakFlops) + " × " + FORMAT.text(mfu, Dimension.FRACTION) + " = "
                + flops(availableFlops()) + ", enough for "
                + FORMAT.text(reachablePerGpu(), Dimension.TOKENS_PER_SECOND, unit)
                + (factor() > 1 ? ": " + FORMAT.factor(factor()) + " too little" : "");
    }

    private static String flops(double flops) {
        return FORMAT.text(flops, Dimension.FLOP_PER_SECOND);
    }
}
