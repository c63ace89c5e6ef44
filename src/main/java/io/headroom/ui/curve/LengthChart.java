package io.headroom.ui.curve;

import io.headroom.check.NoteAnchor;
import io.headroom.explore.curve.LengthCurve.Point;
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

/** A metric over prompt lengths, against its limit; a click takes the length. */
final class LengthChart extends ChartCanvas {

    private LengthModel model;

    LengthChart(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code now} from the next pulse on. */
    void show(LengthModel now) {
        model = now;
        redraw();
    }

    /** What a note on {@code spot} is about, as notes say it. */
    String note(Spot spot) {
        return NoteAnchor.key(model.metric(), spot.key());
    }

    /** The prompt length at {@code spot}. */
    int lengthOf(Spot spot) {
        return NoteAnchor.of(note(spot)).inputTokens().orElseThrow();
    }

    @Override
    protected String sentence() {
        return model == null ? "" : model.metric().label() + " over prompt length: "
                + (model.condition().isEmpty() ? "" : model.condition() + ", ") + model.reach() + "; now "
                + model.tokens(model.curve().now()) + ", " + model.text(model.value(now()));
    }

    private Point now() {
        return model.curve().points().stream().filter(p -> p.inputTokens() == model.curve().now()).findFirst()
                .orElseThrow();
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        List<Heading.Entry> legend = new ArrayList<>();
        if (model.baseline().isPresent()) {
            legend.add(new Heading.Entry("baseline " + model.baselineName(), Ink.BASELINE, Heading.Mark.DASHED));
        }
        pen.under(model.condition());
        Box below = Heading.draw(pen, area, model.metric().label(), model.shortReach(), legend);
        if (model.curve().points().stream().noneMatch(p -> Double.isFinite(model.value(p)))) {
            Heading.empty(pen, below, "The plan has no numbers; the findings say why.");
            return List.of();
        }
        LengthPlot plot = new LengthPlot(pen, below, model);
        plot.draw();
        LengthModel painted = model;
        return plot.columns((point, box) -> new Spot(NoteAnchor.atLength(point.inputTokens()), box, plot.mark(point),
                () -> painted.words(point)));
    }
}
