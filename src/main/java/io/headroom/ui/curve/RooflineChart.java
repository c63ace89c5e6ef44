package io.headroom.ui.curve;

import io.headroom.explore.curve.Roofline;
import io.headroom.explore.curve.Roofline.Operation;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Palette;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The operations of a plan under the roofline of its GPU. */
final class RooflineChart extends ChartCanvas {

    private Optional<Roofline> roofline = Optional.empty();
    private boolean isStale;
    private Formatter format;

    RooflineChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.roofline");
    }

    /** Shows {@code now}, empty where the plan has no numbers, from the next pulse on; a stale one says that it is old. */
    void show(Optional<Roofline> now, boolean stale, Formatter numbers) {
        roofline = now;
        isStale = stale;
        format = numbers;
        redraw();
    }

    @Override
    protected String sentence() {
        return roofline.map(r -> {
            long memory = r.operations().stream().filter(o -> o.intensity() < r.ridge()).count();
            return "Roofline: " + memory + " of " + r.operations().size() + " operations need fewer FLOP per byte than "
                    + ridge(r) + " and are bound by memory bandwidth";
        }).orElse("Roofline: the plan has no numbers");
    }

    private String ridge(Roofline r) {
        return format.value(r.ridge(), Dimension.COUNT);
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (roofline.isEmpty()) {
            Heading.empty(pen, Heading.draw(pen, area, "Roofline", "", List.of()),
                    isStale ? "Working it out…" : "The plan has no numbers; the findings say why.");
            return List.of();
        }
        Roofline r = roofline.get();
        Box below = Heading.draw(pen, area, "Roofline", isStale ? "of the plan before; working it out…"
                : "ridge at " + ridge(r) + " FLOP per byte", RooflinePlot.LEGEND);
        return new RooflinePlot(pen, below, r, format).draw(operation -> words(r, operation), this::isPinned);
    }

    private String words(Roofline r, Operation o) {
        return o.name() + " in " + o.phase().label() + ", " + format.share(o.share()) + " of its time\n"
                + format.text(o.flopPerSecond(), Dimension.FLOP_PER_SECOND) + " of at most "
                + format.text(r.roof(o.intensity()), Dimension.FLOP_PER_SECOND) + "\n"
                + format.value(o.intensity(), Dimension.COUNT) + " FLOP per byte: bound by "
                + (o.intensity() < r.ridge() ? "memory bandwidth" : "compute");
    }
}
