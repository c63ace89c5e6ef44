package io.headroom.ui.curve;

import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.explore.curve.LengthCurve;
import io.headroom.explore.curve.Roofline;
import io.headroom.plan.Plan;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Drawing;
import io.headroom.ui.panel.Pins;
import io.headroom.ui.theme.Palette;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * What the curves of a plan are drawn from; takes longer than a frame to work out, on any thread.
 *
 * @param lengths the plan over prompt lengths
 * @param baseline what it is compared with, empty where that is the plan itself
 * @param roofline its operations; empty where the plan has no numbers
 */
public record Curves(LengthCurve lengths, Optional<LengthCurve> baseline, Optional<Roofline> roofline) {

    /** The curves of {@code now} against {@code baseline}. */
    public static Curves of(Judgement now, Judgement baseline) {
        Plan other = baseline.plan();
        return new Curves(LengthCurve.of(now.plan()), other.equals(now.plan()) ? Optional.empty()
                : Optional.of(LengthCurve.of(other)), now.estimate().map(e -> Roofline.of(now.plan())));
    }

    /** The charts of the view one by one, for paper; none where the plan has no numbers. */
    public List<Drawing> drawings(Shown shown, ObservableValue<Palette> palette) {
        return roofline.isEmpty() ? List.of() : List.of(
                new Drawing("memory-by-length", () -> lengths(Metric.MEMORY_TOTAL, shown, palette)),
                new Drawing("ttft-by-length", () -> lengths(Headline.TTFT.explainedOf(shown.now()), shown, palette)),
                new Drawing("tpot-by-length", () -> lengths(Headline.TPOT.explainedOf(shown.now()), shown, palette)),
                new Drawing("roofline", () -> {
                    RooflineChart chart = new RooflineChart(palette);
                    chart.pin(Pins.operations(shown));
                    chart.show(roofline, false, shown.format());
                    return chart;
                }));
    }

    private ChartCanvas lengths(Metric metric, Shown shown, ObservableValue<Palette> palette) {
        LengthChart chart = new LengthChart(palette);
        chart.pin(Pins.lengths(shown, metric, lengths));
        chart.show(new LengthModel(lengths, baseline, shown.baseline().plan().name(), metric, shown.format()));
        return chart;
    }
}
