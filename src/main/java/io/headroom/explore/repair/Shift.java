package io.headroom.explore.repair;

import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;

/**
 * A metric that an edit moves.
 *
 * @param metric which
 * @param before its value before, NaN where there was none
 * @param after its value after
 */
public record Shift(Metric metric, double before, double after) {

    /** {@code "memory utilisation 36.2 % → 60.4 %"}; in one unit; only the value after where there was none before. */
    public String text(Formatter format) {
        return metric.label() + " " + (Double.isNaN(before) ? "" : text(before, after, format) + " → ")
                + text(after, before, format);
    }

    private String text(double value, double other, Formatter format) {
        return format.text(value, metric.dimension(), format.scaleBeside(value, metric.dimension(), other));
    }
}
