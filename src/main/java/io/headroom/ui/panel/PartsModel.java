package io.headroom.ui.panel;

import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.Dimension;
import io.headroom.session.Shown;
import io.headroom.session.figures.PartTimes;
import io.headroom.session.figures.Reached;
import io.headroom.ui.chart.Breakdown;
import io.headroom.ui.chart.Whisker;
import io.headroom.ui.chart.canvas.Limit;
import java.util.List;

/** What a chart of the parts of a time shows. */
final class PartsModel {

    private PartsModel() {
    }

    static Breakdown.Model of(String title, String subtitle, PartTimes now, PartTimes baseline, Shown shown) {
        Reached reached = Reached.of(shown.now(), shown.baseline(), now.metric());
        List<Limit> limits = reached.hasLimit() && reached.isCeiling()
                ? List.of(Limit.of("limit", reached.limit(), reached.value(), shown.format(), Dimension.SECONDS))
                : List.of();
        List<Breakdown.Row> rows = now.parts().stream()
                .map(p -> new Breakdown.Row(Inks.of(p.part()), p.seconds())).toList();
        String ghost = baseline == null ? "" : Words.ghost(shown);
        return new Breakdown.Model(title, subtitle, rows, "total", now.bound(), whisker(now, shown), ranges(now, shown), limits,
                ghost.isEmpty() ? Double.NaN : baseline.total(), ghost, shown.format(), Dimension.SECONDS,
                shown.now().condition(), "");
    }

    private static Whisker whisker(PartTimes now, Shown shown) {
        return shown.now().band(now.metric())
                .map(b -> new Whisker(b.low(), b.high(), b.text(now.metric(), shown.format()))).orElse(Whisker.NONE);
    }

    private static Whisker ranges(PartTimes now, Shown shown) {
        return shown.doubt().isOld() ? Whisker.NONE : shown.doubt().band(now.metric())
                .map(b -> new Whisker(b.p10(), b.p90(), UncertaintyText.band(b, now.metric(), shown.format())))
                .orElse(Whisker.NONE);
    }

    static Breakdown.Model empty(String title, Shown shown) {
        return Breakdown.Model.empty(title, Words.whyEmpty(shown.now()), shown.format(), Dimension.SECONDS);
    }
}
