package io.headroom.ui.validation;

import io.headroom.format.Formatter;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.Nearest;
import io.headroom.session.validation.Point;
import io.headroom.session.validation.Progress;
import io.headroom.session.validation.RowText;
import io.headroom.session.validation.Selection;
import io.headroom.ui.chart.scatter.Dot;
import io.headroom.ui.chart.scatter.Mark;
import io.headroom.ui.chart.scatter.ScatterModel;
import io.headroom.validate.ErrorStatistics;
import io.headroom.validate.HeldOut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the chart shows of a comparison. */
final class ScatterText {

    private ScatterText() {
    }

    /** The chart, with the row {@code picked} ringed. */
    static ScatterModel of(ValidationShown now, String picked) {
        Comparison comparison = now.comparison();
        Formatter format = now.shown().format();
        Selection selection = comparison.selection();
        Map<String, Mark> marks = marks(comparison);
        Set<String> ringed = new HashSet<>();
        if (!picked.isEmpty()) {
            ringed.add(picked);
        } else if (selection.withPublic() && now.nearest().closeness() != Nearest.Closeness.NONE) {
            now.nearest().rows().forEach(p -> ringed.add(p.row().id()));
        }
        List<Dot> dots = comparison.points().stream().map(p -> new Dot(p.row().id(), p.measured(), p.estimated(),
                marks.getOrDefault(comparison.groupOf(p), Mark.OTHER), stress(comparison, p, ringed),
                () -> RowText.of(p, format))).toList();
        String subtitle = dots.isEmpty() ? "" : "predicted " + (selection.heldOut() == HeldOut.NOTHING ? ""
                : "by " + selection.heldOut().label() + " ") + "against measured"
                + (ringed.isEmpty() || !picked.isEmpty() ? "" : ", nearest to the plan ringed");
        return new ScatterModel(selection.scope().label(), subtitle, "measured", "predicted", dots, format,
                selection.scope().dimension(), empty(now), sentence(comparison, format));
    }

    /** The marks of the groups: the largest have one of their own, the same for every quantity. */
    static Map<String, Mark> marks(Comparison comparison) {
        Map<String, Mark> marks = new HashMap<>();
        for (int i = 0; i < comparison.order().size(); i++) {
            marks.put(comparison.order().get(i), Mark.of(i));
        }
        return marks;
    }

    private static Dot.Stress stress(Comparison comparison, Point point, Set<String> ringed) {
        if (point.isOwn()) {
            return Dot.Stress.OWN;
        }
        String lit = comparison.selection().group();
        if (!lit.isEmpty() && !lit.equals(comparison.groupOf(point))) {
            return Dot.Stress.FADED;
        }
        if (point.isDoubted()) {
            return Dot.Stress.DOUBTED;
        }
        return ringed.contains(point.row().id()) ? Dot.Stress.RINGED : Dot.Stress.NORMAL;
    }

    private static String empty(ValidationShown now) {
        if (!(now.progress() instanceof Progress.Ready)) {
            return "";
        }
        return now.comparison().selection().isWhole() ? "No row measures this."
                : "No row is left by these choices. \"Show all\" takes them back.";
    }

    private static String sentence(Comparison comparison, Formatter format) {
        ErrorStatistics all = comparison.whole();
        String what = comparison.selection().scope().label() + ", predicted against measured: ";
        if (all.count() == 0) {
            return what + "no rows";
        }
        return what + all.count() + " rows, median error " + format.share(all.medianAbsolute())
                + ", 90th percentile " + format.share(all.p90Absolute()) + ", bias "
                + RowText.signed(all.bias(), format) + ", " + format.share(all.within10()) + " within 10 %, "
                + format.share(all.within25()) + " within 25 %";
    }
}
