package io.headroom.ui.chart;

/**
 * Where measurements lie around a total.
 *
 * @param low one end, SI units; NaN where there is no whisker
 * @param high the other end
 * @param words both ends in words, "14–22 ms"
 */
public record Whisker(double low, double high, String words) {

    /** Nothing is known. */
    public static final Whisker NONE = new Whisker(Double.NaN, Double.NaN, "");

    /** Whether there is one. */
    boolean isDrawn() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
