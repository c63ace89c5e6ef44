package io.headroom.ui.verdict;

import io.headroom.check.HardLimit;
import io.headroom.estimate.Metric;
import io.headroom.explore.uncertainty.Quantiles;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Requirement;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.verdict.Item.Content;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.VBox;

/** What the ranges of a plan's inputs come to: the chance of each limit, bands, and whose range makes them wide. */
final class RangesPane extends VBox {

    private static final double LIKELY = 0.9;
    private static final double UNLIKELY = 0.5;

    private final SideGroup lines = new SideGroup("Ranges");

    RangesPane() {
        lines.setId("ranges.lines");
        getChildren().add(lines);
        Nodes.visible(this, false);
    }

    void show(Shown shown) {
        boolean isRanged = !shown.now().plan().ranges().isEmpty();
        Nodes.visible(this, isRanged);
        if (!isRanged) {
            return;
        }
        StyleClasses.toggle(lines, "side-old", shown.doubt().isOld());
        lines.show(shown.doubt().last().map(found -> contents(found, shown))
                .orElse(List.of(new Content("", Tone.PLAIN, "", shown.doubt().isAwaited() ? "Being sampled…"
                        : "There are no numbers to sample."))), "");
    }

    private static List<Content> contents(Uncertainty found, Shown shown) {
        Formatter format = shown.format();
        List<Content> all = new ArrayList<>();
        List<Requirement> limits = found.plan().requirements();
        if (HardLimit.of(limits).size() > 1) {
            all.add(chance("Memory and every limit", found.passes(), format));
        }
        all.add(chance("Memory suffices", found.fits(), format));
        for (int i = 0; i < limits.size(); i++) {
            all.add(chance(UncertaintyText.limit(limits.get(i)), found.chances().get(i), format));
        }
        for (Metric metric : metrics(shown)) {
            found.band(metric).ifPresent(band -> all.add(band(metric, band, found, format)));
        }
        all.add(new Content("", Tone.PLAIN, "", (shown.doubt().isOld() ? "Before the change; being sampled again… " : "")
                + "p10–p90 of " + format.text(found.samples(), Dimension.COUNT) + " samples; each range is a triangle that is "
                + "highest at the plan's own value. How far measurements lie from estimates comes on top."));
        return all;
    }

    private static Content chance(String what, double share, Formatter format) {
        Tone tone = Double.isNaN(share) ? Tone.PLAIN : share >= LIKELY ? Tone.OK : share >= UNLIKELY ? Tone.WARN : Tone.OVER;
        String glyph = Double.isNaN(share) ? "?" : tone == Tone.OK ? "✓" : tone == Tone.WARN ? "!" : "✗";
        return new Content(glyph, tone, "", what + ": " + UncertaintyText.chance(share, format));
    }

    private static Content band(Metric metric, Quantiles band, Uncertainty found, Formatter format) {
        return new Content("·", Tone.PLAIN, metric.label() + " " + UncertaintyText.band(band, metric, format),
                "Width by " + UncertaintyText.drivers(found, metric, format) + ".");
    }

    private static Set<Metric> metrics(Shown shown) {
        Set<Metric> metrics = new LinkedHashSet<>();
        for (Headline headline : Headline.values()) {
            metrics.add(headline.explainedOf(shown.now()));
        }
        metrics.add(Metric.MEMORY_TOTAL);
        metrics.add(Metric.COST_PER_MILLION_TOKENS);
        return metrics;
    }
}
