package io.headroom.session.validation;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.validate.Grouping;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Quantity;

/** A point in words. */
public final class RowText {

    // shares have one digit behind the point where they are small
    private static final double HALF_OF_THE_LAST_DIGIT = 0.0005;

    private RowText() {
    }

    /** Three lines: which row, what was measured on what, by how much the estimate is off. */
    public static String of(Point point, Formatter format) {
        return point.row().id() + "\n" + system(point) + " · " + load(point, format) + "\n"
                + verdict(point, format);
    }

    /** Model, accelerator, engine and layout. */
    public static String system(Point point) {
        Plan plan = point.plan();
        String engine = plan.assumptions().engine() == null ? "engine not stated" : plan.assumptions().engine();
        return plan.model().name() + " · " + plan.hardware().gpu().name() + " · " + engine + " · "
                + layout(plan.parallelism()) + " · " + Grouping.PRECISION.of(point.row());
    }

    /** Degrees above one: "TP 8, EP 8". */
    static String layout(Parallelism p) {
        StringBuilder text = new StringBuilder("TP " + p.tensor());
        append(text, "PP", p.pipeline());
        append(text, "DP", p.data());
        append(text, "EP", p.expert());
        append(text, "CP", p.context());
        return text.toString();
    }

    private static void append(StringBuilder text, String name, int degree) {
        if (degree > 1) {
            text.append(", ").append(name).append(' ').append(degree);
        }
    }

    /** Lengths and how requests arrived. */
    public static String load(Point point, Formatter format) {
        Workload w = point.plan().workload();
        String lengths = format.value(w.inputTokens(), Dimension.COUNT) + " in, "
                + format.value(w.outputTokens(), Dimension.COUNT) + " out, ";
        return switch (point.row().configuration().load()) {
            case Load.Closed c -> lengths + requests(c.requests());
            case Load.Static s -> lengths + requests(s.requests()) + " in one batch";
            case Load.Open o -> lengths + format.text(o.perSecond(), Dimension.REQUESTS_PER_SECOND);
            case Load.Offline _ -> lengths + "offline";
            case Load.None _ -> "no load";
        };
    }

    private static String requests(int count) {
        return count == 1 ? "1 request" : count + " requests";
    }

    /** Measured, predicted, error; by which rule it is doubted. */
    private static String verdict(Point point, Formatter format) {
        Dimension dimension = dimension(point.row().quantity());
        String basis = switch (point.origin()) {
            case PUBLIC -> point.row().isDerived() ? ", TTFT + (O − 1) × TPOT" : "";
            case IMPORTED -> ", own file";
            case PLAN -> ", figure of this review; predicted by its plan's assumptions";
        };
        return "measured " + format.text(point.measured(), dimension) + ", predicted "
                + format.text(point.estimated(), dimension) + ": " + error(point, format) + band(point, format) + basis
                + (point.isDoubted() ? "; screened: " + point.row().doubt() : "");
    }

    /** Within which the measurement was to be expected; nothing where the profile has earned no band. */
    private static String band(Point point, Formatter format) {
        Dimension dimension = dimension(point.row().quantity());
        return point.row().band().map(b -> " (band " + format.text(b.low(point.estimated()), dimension) + " to "
                + format.text(b.high(point.estimated()), dimension) + (b.extrapolated() ? ", extrapolated)" : ")"))
                .orElse("");
    }

    /** The signed error: "+6.8 %". */
    public static String error(Point point, Formatter format) {
        return signed(point.row().error(), format);
    }

    /** A signed share. */
    public static String signed(double error, Formatter format) {
        String size = format.share(Math.abs(error));
        if (!Double.isFinite(error)) {
            return size;
        }
        boolean isNothing = size.equals(format.share(0)) || Math.abs(error) < HALF_OF_THE_LAST_DIGIT;
        return (isNothing ? "±" : error < 0 ? "−" : "+") + size;
    }

    private static Dimension dimension(Quantity quantity) {
        return Scope.of(quantity).map(Scope::dimension).orElse(Dimension.COUNT);
    }
}
