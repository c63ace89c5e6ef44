package io.headroom.explore.repair;

import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;

/**
 * A metric that an edit moves.
 *
 * @param metric which
 * @param before its value before, NaN where there was none
 * @param after its value after
 */
public record Shift(Metric metric, double before, double after) {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    /** {@code "memory utilisation 36.2 % → 60.4 %"}; in one unit; only the value after where there was none before. */
    public String text() {
        return metric.label() + " " + (Double.isNaN(before) ? "" : text(before, after) + " → ") + text(after, before);
    }

    private String text(double value, double other) {
        return FORMAT.text(value, metric.dimension(), FORMAT.scaleBeside(value, metric.dimension(), other));
    }
}
