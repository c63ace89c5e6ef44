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

    /**
     * The low end around {@code value}. The estimate is always within: the shipped fit has seen the rows that were left
     * out when the band was earned, so a band wholly on one side of it would claim too much.
     */
    public double low(double value) {
        return value * Math.min(1, lowFactor);
    }

    /** The high end around {@code value}; never below it. */
    public double high(double value) {
        return value * Math.max(1, highFactor);
    }
}
