package io.headroom.ui.chart.scatter;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis from {@code low} to {@code high}.
 *
 * @param low value at its near end, above 0
 * @param high value at its far end, above {@code low}
 */
public record LogAxis(double low, double high) {

    private static final double ROOM = 1.15;
    private static final double NARROWEST = 2;
    private static final int[] ONE_A_DECADE = {1};
    private static final int[] TWO_A_DECADE = {1, 3};
    private static final int[] THREE_A_DECADE = {1, 2, 5};

    /** The axis that shows all of {@code values}, with a little room at both ends. */
    public static LogAxis of(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(high > 0)) {
            return new LogAxis(1, 10);
        }
        // a single value gets an axis of a factor of four around it
        double widen = Math.max(1, Math.sqrt(NARROWEST * NARROWEST / (high / low)));
        return new LogAxis(low / (ROOM * widen), high * ROOM * widen);
    }

    /** Where {@code value} lies: 0 at the near end, 1 at the far end, beyond that outside. */
    public double fraction(double value) {
        return Math.log(value / low) / Math.log(high / low);
    }

    /** What lies at {@code fraction} of the way from the near end to the far end. */
    public double value(double fraction) {
        return low * Math.pow(high / low, fraction);
    }

    /** Round values in between, at most about {@code most} of them. */
    public List<Double> ticks(int most) {
        double decades = Math.log10(high / low);
        int[] steps = decades * 3 <= most ? THREE_A_DECADE : decades * 2 <= most ? TWO_A_DECADE : ONE_A_DECADE;
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (int step : steps) {
                double tick = step * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** What stands at a tick: the number with its unit, which changes along a long axis ("500 µs", "2 ms"). */
    public static String label(double tick, Formatter format, Dimension dimension) {
        // minutes are no powers of ten of a second
        var scale = format.scale(dimension == Dimension.SECONDS ? Math.min(tick, 1) : tick, dimension);
        String number = format.tick(tick, scale);
        return scale.unit().isEmpty() ? number : number + " " + scale.unit();
    }
}
