package io.headroom.ui.chart.front;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** A front over two metrics, its corners joined, and the plan that is compared with it. */
public final class FrontChart extends ChartCanvas {

    private FrontModel model;

    public FrontChart(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code now}. */
    public void show(FrontModel now) {
        model = now;
        redraw();
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        List<Heading.Entry> legend = new ArrayList<>();
        if (!model.points().isEmpty()) {
            legend.add(new Heading.Entry("Front: click adds a plan", Ink.WEIGHTS, Heading.Mark.DOT));
            if (!model.marked().isEmpty()) {
                legend.add(new Heading.Entry("Best of each number of GPUs", Ink.KV, Heading.Mark.RING));
            }
            model.own().ifPresent(own -> legend.add(new Heading.Entry("This plan", Ink.ACCENT, Heading.Mark.DIAMOND)));
        }
        Box rest = Heading.draw(pen, area, model.title(), model.subtitle(), legend);
        if (model.points().isEmpty()) {
            Heading.empty(pen, rest, model.empty());
            return List.of();
        }
        return new FrontPlot(pen, model).draw(rest);
    }

    @Override
    protected String sentence() {
        return model == null ? "" : model.sentence();
    }
}
