package io.headroom.explore.uncertainty;

import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.stream.Collectors;

/** What ranges come to, in words. */
public final class UncertaintyText {

    private static final int NAMED = 3;
    /** Inputs that make less of a band than this are not worth a word. */
    private static final double LEAST_SHARE = 0.005;

    private UncertaintyText() {
    }

    /** "TTFT alone at most 100 ms". */
    public static String limit(Requirement r) {
        String name = Metric.byId(r.metric()).map(Metric::label).orElse(r.metric());
        String number = Formatter.WITHOUT_BYTES.withDigits(15).value(r.value(), io.headroom.format.Dimension.COUNT);
        return name + (r.bound() == Requirement.Bound.AT_MOST ? " at most " : " at least ") + number
                + (r.unit().isEmpty() ? "" : " " + r.unit()) + (r.soft() ? " (wish)" : "");
    }

    /** "83 %"; a few or all but a few samples never sound like none or all of them. */
    public static String chance(double share, Formatter format) {
        if (Double.isNaN(share)) {
            return "not known";
        }
        if (share > 0 && share < 0.01) {
            return "below " + format.share(0.01);
        }
        return share < 1 && share > 0.99 ? "above " + format.share(0.99) : format.share(share);
    }

    /** "MBU 81 %, MFU 12 %": whose range moves {@code metric}, as shares of its variance; empty where none does. */
    public static String drivers(Uncertainty found, Metric metric, Formatter format) {
        return found.driversOf(metric).stream().limit(NAMED).filter(d -> d.share() >= LEAST_SHARE)
                .map(d -> d.of().input().label() + " " + format.share(d.share())).collect(Collectors.joining(", "));
    }

    /** "12.0–19.0 ms". */
    public static String band(Quantiles band, Metric metric, Formatter format) {
        return format.range(band.p10(), band.p90(), metric.dimension());
    }

    /** "MFU 40 % to 70 %, MBU 60 % to 90 %"; empty where nothing is uncertain. */
    public static String ranges(Plan plan, Formatter format) {
        return Uncertain.in(plan).stream().map(one -> {
            Triangular range = one.distribution(plan);
            return one.input().label() + " " + one.input().text(range.min(), format) + " to "
                    + one.input().text(range.max(), format);
        }).collect(Collectors.joining(", "));
    }
}
