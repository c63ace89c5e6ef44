package io.headroom.explore.uncertainty;

/**
 * What one ranged input does to a metric while the others stay at the plan's values.
 *
 * @param of the input
 * @param low lowest value of the metric between the 10th and the 90th percentile of the input
 * @param high highest value there
 * @param share of the sum of squared widths of all inputs: its share of the variance where effects add up, [0, 1]
 */
public record Driver(Uncertain of, double low, double high, double share) {

    /** How wide the metric's band would be by this input alone. */
    public double width() {
        return high - low;
    }
}
