package io.headroom.catalog.band;

/**
 * How far measurements lay from estimates of the {@code calibrated} profile that had not seen them: 80 % of them between
 * {@code lowFactor} and {@code highFactor} times the estimate.
 *
 * @param lowFactor 10th percentile of measured / estimated
 * @param highFactor 90th percentile of it
 * @param extrapolated whether nothing was measured on that engine and architecture
 * @param count measurements that the band rests on
 */
public record Band(double lowFactor, double highFactor, boolean extrapolated, int count) {
}
