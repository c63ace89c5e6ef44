package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis from zero to {@code max} with ticks at round numbers of one unit.
 *
 * @param max the value at its far end
 * @param step between ticks
 * @param scale the unit of its labels
 */
record ValueAxis(double max, double step, Scale scale) {

    private static final double ROOM_ABOVE_LIMIT = 1.15;
    private static final double ROOM_ABOVE_VALUE = 1.05;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** An axis on which the largest value and every limit can be seen with room above. */
    static ValueAxis of(double largestValue, List<Limit> limits, Formatter formatter, Dimension dimension, int ticks) {
        double max = largestValue * ROOM_ABOVE_VALUE;
        for (Limit limit : limits) {
            max = Math.max(max, limit.value() * ROOM_ABOVE_LIMIT);
        }
        if (!(max > 0) || !Double.isFinite(max)) {
            max = formatter.scale(0, dimension).size();
        }
        Scale scale = formatter.scale(max, dimension);
        return new ValueAxis(max, roundStep(max / scale.size() / Math.max(1, ticks)) * scale.size(), scale);
    }

    private static double roundStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double round : ROUND) {
            if (round * power >= raw * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= max * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    double fraction(double value) {
        return value / max;
    }
}
