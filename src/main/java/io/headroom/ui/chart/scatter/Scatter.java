package io.headroom.ui.chart.scatter;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Dots on two logarithmic axes of one range. */
public final class Scatter extends ChartCanvas {

    private ScatterModel model;

    public Scatter(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code now}. */
    public void show(ScatterModel now) {
        model = now;
        redraw();
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        Box rest = Heading.draw(pen, area, model.title(), model.subtitle(), List.of());
        if (model.dots().isEmpty()) {
            Heading.empty(pen, rest, model.empty());
            return List.of();
        }
        return new ScatterPlot(pen, model).draw(rest);
    }

    @Override
    protected String sentence() {
        return model == null ? "" : model.sentence();
    }
}
