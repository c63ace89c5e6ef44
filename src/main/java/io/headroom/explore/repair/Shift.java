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

    /** {@code "memory utilisation 36.2 % → 60.4 %"}; only the value after where there was none before. */
    public String text(Formatter format) {
        return metric.label() + " " + (Double.isNaN(before) ? "" : format.text(before, metric.dimension()) + " → ")
                + format.text(after, metric.dimension());
    }
}
