package io.headroom.validate.fit;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function on the unit cube without derivatives: a line search along every axis, then along the way that the
 * whole sweep went, until a sweep gains nothing. Each line search looks at a coarse grid before it closes in by golden
 * section, so that a flat end does not trap it. Source: Hooke and Jeeves, J. ACM 8 (1961); Kiefer, Proc. AMS 4 (1953).
 */
final class Descent {

    private static final int SWEEPS = 60;
    private static final int GRID = 24;
    private static final int SECTIONS = 44;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double GAIN = 1e-13;

    private final ToDoubleFunction<double[]> cost;

    Descent(ToDoubleFunction<double[]> cost) {
        this.cost = cost;
    }

    /** The place of the least cost found from {@code start}. */
    double[] minimum(double[] start) {
        double[] at = start.clone();
        double best = cost.applyAsDouble(at);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] from = at.clone();
            for (int axis = 0; axis < at.length; axis++) {
                double[] direction = new double[at.length];
                direction[axis] = 1;
                at = along(at, direction);
            }
            double[] way = new double[at.length];
            for (int i = 0; i < way.length; i++) {
                way[i] = at[i] - from[i];
            }
            at = along(at, way);
            double now = cost.applyAsDouble(at);
            if (!(best - now > GAIN)) {
                break;
            }
            best = now;
        }
        return at;
    }

    private double[] along(double[] at, double[] direction) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < at.length; i++) {
            if (direction[i] != 0) {
                double a = -at[i] / direction[i];
                double b = (1 - at[i]) / direction[i];
                low = Math.max(low, Math.min(a, b));
                high = Math.min(high, Math.max(a, b));
            }
        }
        if (!(high > low) || Double.isInfinite(high - low)) {
            return at;
        }
        double step = (high - low) / GRID;
        double best = 0;
        double least = cost.applyAsDouble(at);
        for (int i = 0; i <= GRID; i++) {
            double c = cost(at, direction, low + i * step);
            if (c < least) {
                least = c;
                best = low + i * step;
            }
        }
        double found = section(at, direction, Math.max(low, best - step), Math.min(high, best + step));
        return cost(at, direction, found) < least ? moved(at, direction, found) : moved(at, direction, best);
    }

    private double section(double[] at, double[] direction, double from, double to) {
        double low = from;
        double high = to;
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double atA = cost(at, direction, a);
        double atB = cost(at, direction, b);
        for (int i = 0; i < SECTIONS; i++) {
            if (atA <= atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - GOLDEN * (high - low);
                atA = cost(at, direction, a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + GOLDEN * (high - low);
                atB = cost(at, direction, b);
            }
        }
        return (low + high) / 2;
    }

    private double cost(double[] at, double[] direction, double t) {
        double c = cost.applyAsDouble(moved(at, direction, t));
        return Double.isNaN(c) ? Double.POSITIVE_INFINITY : c;
    }

    private static double[] moved(double[] at, double[] direction, double t) {
        double[] there = at.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] = Math.clamp(there[i] + t * direction[i], 0, 1);
        }
        return there;
    }
}
