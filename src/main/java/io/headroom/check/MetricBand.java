package io.headroom.check;

import io.headroom.catalog.band.Band;
import io.headroom.catalog.band.Bands;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.plan.Assumptions;
import java.util.Optional;

/**
 * Where measurements of such a system lie around an estimate, from the 10th to the 90th percentile, in SI units.
 *
 * <p>{@code [value*min(1, low), value*max(1, high)]} with the factors that validation earned for the quantity on the
 * plan's engine and architecture, with its model where that was measured there. What is paid per token goes with one over the throughput: {@code [value/max(1, high),
 * value/min(1, low)]}. Percentiles of a simulation take the band of their quantity and are extrapolated, because
 * validation saw means and medians. Source: assets/calibration/bands.json.
 *
 * @param low 10th percentile
 * @param high 90th percentile
 * @param isExtrapolated whether nothing near was measured, so that the band is that of other systems
 */
public record MetricBand(double low, double high, boolean isExtrapolated) {

    /** The band of {@code metric}; empty where the plan's profile earned none and where the metric is no time or rate. */
    public static Optional<MetricBand> of(Metric metric, Estimate estimate) {
        return of(metric, estimate.get(metric), estimate);
    }

    /** The band around {@code value} of {@code metric}: around a percentile that was simulated, for instance. */
    static Optional<MetricBand> of(Metric metric, double value, Estimate estimate) {
        String quantity = quantity(metric);
        return quantity.isEmpty() || !Double.isFinite(value) ? Optional.empty()
                : estimate.plan().assumptions().band(quantity).map(band -> around(metric, value, band));
    }

    private static MetricBand around(Metric metric, double value, Band band) {
        boolean isExtrapolated = band.extrapolated() || metric.isSimulated();
        return isPerToken(metric)
                ? new MetricBand(value / band.high(1), value / band.low(1), isExtrapolated)
                : new MetricBand(band.low(value), band.high(value), isExtrapolated);
    }

    private static boolean isPerToken(Metric metric) {
        return switch (metric) {
            case COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS, COST_PER_DAY, ENERGY_PER_TOKEN -> true;
            default -> false;
        };
    }

    private static String quantity(Metric metric) {
        return switch (metric) {
            case TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_BURST_LAST, TTFT_STEADY, TTFT_P50, TTFT_P90,
                 TTFT_P99 -> Bands.TTFT;
            case DECODE_STEP, TPOT_STEADY, TPOT_P50, TPOT_P90, TPOT_P99 -> Bands.TPOT;
            case E2E_STEADY, E2E_P50, E2E_P90, E2E_P99 -> Bands.E2E;
            case OUTPUT_TOKENS, OUTPUT_TOKENS_PER_GPU, OUTPUT_TOKENS_PER_REPLICA, TOTAL_TOKENS, TOTAL_TOKENS_PER_GPU,
                 REQUESTS, COST_PER_1K_TOKENS, COST_PER_MILLION_TOKENS, COST_PER_DAY, ENERGY_PER_TOKEN ->
                    Bands.THROUGHPUT;
            default -> "";
        };
    }

    /** What the bands of a plan with {@code a} are, a clause: whose measurements, and how many of them lie within. */
    public static String meaning(Assumptions a) {
        return a.isModelMeasured()
                ? "where 80 % of measurements of this model on " + a.engine() + " and such accelerators lie (p10–p90)"
                : "where 80 % of measurements lie (p10–p90)";
    }

    /** "14–22 ms", or "14–22 ms, extrapolated": in the unit that suits {@code metric}. */
    public String text(Metric metric, Formatter format) {
        return format.range(low, high, metric.dimension()) + said();
    }

    /** The same in a given unit. */
    String text(Metric metric, Formatter format, Scale scale) {
        return format.range(low, high, metric.dimension(), scale) + said();
    }

    private String said() {
        return isExtrapolated ? ", extrapolated" : "";
    }
}
