package io.headroom.ui.chart.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An axis that shows its values with a little room: even where they are alike, in decades where they are not.
 *
 * @param low value at its near end
 * @param high value at its far end
 * @param isLog whether it goes in decades
 */
public record Range(double low, double high, boolean isLog) {

    private static final double DECADES_FROM = 20;
    private static final double ROOM = 0.08;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** From the smallest to the largest of {@code values}, without room beyond them. */
    public static Range tight(double[] values) {
        Range roomy = of(values);
        double low = Arrays.stream(values).min().orElse(roomy.low);
        double high = Arrays.stream(values).max().orElse(roomy.high);
        return high > low ? new Range(low, high, roomy.isLog) : roomy;
    }

    /** The axis of {@code values}. */
    public static Range of(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low > 0 && high / low > DECADES_FROM) {
            double room = Math.pow(high / low, ROOM);
            return new Range(low / room, high * room, true);
        }
        // a single value gets a tenth of itself to each side
        double room = high > low ? (high - low) * ROOM : Math.max(Math.abs(high) * 0.1, Double.MIN_NORMAL);
        return new Range(low >= 0 ? Math.max(0, low - room) : low - room, high + room, false);
    }

    /** Where {@code value} lies: 0 at the near end, 1 at the far end. */
    public double fraction(double value) {
        return isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Round values of a unit of {@code size}, about {@code most} of them. */
    public List<Double> ticks(int most, double size) {
        return isLog ? decades(most) : even(most, size);
    }

    private List<Double> even(int most, double size) {
        double raw = (high - low) / size / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double round : ROUND) {
            if (round * power >= raw) {
                step = round * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / size / step); i * step * size <= high; i++) {
            ticks.add(i * step * size);
        }
        return ticks;
    }

    private List<Double> decades(int most) {
        boolean isFine = Math.log10(high / low) * 3 <= most;
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
            for (double step : isFine ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = step * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
