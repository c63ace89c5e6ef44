package io.headroom.explore.input;

import io.headroom.check.legal.Dial;
import io.headroom.check.legal.notch.Notches;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Lists of stops that a range is divided into. */
final class Stops {

    private static final double ROUNDING = 1e6;

    private Stops() {
    }

    /** The notches of {@code dial} in {@code plan}. */
    static List<Stop> of(Plan plan, Dial dial) {
        return Notches.of(plan, dial).stream()
                .map(n -> new Stop(n.value(), n.illegal().orElse(""), n.warning().orElse(""),
                        n.crossesNodes())).toList();
    }

    /** 1, 2, 3, 4, 6, 8, 12, 16 … : powers of two and one between each two, from {@code min} to {@code max}. */
    static List<Stop> doubling(double min, double max) {
        List<Stop> stops = new ArrayList<>();
        for (double power = 1; power <= max; power *= 2) {
            add(stops, power, min, max);
            if (power > 1) {
                add(stops, power * 1.5, min, max);
            }
        }
        return List.copyOf(stops);
    }

    /** From {@code min} to {@code max} in {@code steps} equal steps. */
    static List<Stop> even(double min, double max, int steps) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            // rounded to what people write: 0.45, not 0.44999999999999996
            stops.add(Stop.of(Math.rint((min + (max - min) * i / steps) * ROUNDING) / ROUNDING));
        }
        return List.copyOf(stops);
    }

    /** Exactly these. */
    static List<Stop> at(double... values) {
        List<Stop> stops = new ArrayList<>();
        for (double value : values) {
            stops.add(Stop.of(value));
        }
        return List.copyOf(stops);
    }

    /** {@code stops} with {@code value} among them, so that a slider can stand where the plan is. */
    static List<Stop> with(List<Stop> stops, Stop value) {
        List<Stop> all = new ArrayList<>();
        boolean placed = false;
        for (Stop stop : stops) {
            if (!placed && stop.value() == value.value()) {
                placed = true;
            } else if (!placed && stop.value() > value.value()) {
                all.add(value);
                placed = true;
            }
            all.add(stop);
        }
        if (!placed) {
            all.add(value);
        }
        return List.copyOf(all);
    }

    private static void add(List<Stop> stops, double value, double min, double max) {
        if (value >= min && value <= max) {
            stops.add(Stop.of(value));
        }
    }
}
