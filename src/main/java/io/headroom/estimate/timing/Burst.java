package io.headroom.estimate.timing;

import io.headroom.estimate.pass.Part;
import java.util.function.Supplier;

/**
 * All requests arriving at once.
 *
 * @param firstSeconds TTFT of the first
 * @param meanSeconds mean TTFT
 * @param lastSeconds TTFT of the last
 * @param lastParts seconds of the last by {@link Part}, summed when asked for
 * @param otherSeconds what one more prompt costs
 */
record Burst(double firstSeconds, double meanSeconds, double lastSeconds, Supplier<double[]> lastParts,
        double otherSeconds) {
}
