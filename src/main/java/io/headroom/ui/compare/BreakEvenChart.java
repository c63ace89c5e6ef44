package io.headroom.ui.compare;

import io.headroom.explore.alternative.BreakEven;
import io.headroom.explore.alternative.BreakEven.Point;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** A metric of two plans over one input, and where their lines cross. */
final class BreakEvenChart extends ChartCanvas {

    /**
     * What the chart shows.
     *
     * @param found the lines and who wins where
     * @param first name of one plan
     * @param second name of the other
     * @param now where the input stands in the first plan
     * @param words who wins where, in a sentence
     * @param format writes the numbers
     */
    record Model(BreakEven found, String first, String second, double now, String words, Formatter format) {

        String at(double value) {
            return found.input().text(value, format.withDigits(4));
        }

        String value(double value) {
            return Double.isNaN(value) ? "does not fit" : format.text(value, found.metric().dimension());
        }

        String explain(Point point) {
            return found.input().label() + " " + at(point.at()) + "\n" + first + ": " + value(point.first()) + "\n" + second
                    + ": " + value(point.second());
        }
    }

    private Model model;

    BreakEvenChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.break-even");
    }

    /** Shows {@code now} from the next pulse on. */
    void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            redraw();
        }
    }

    @Override
    protected String sentence() {
        return model == null ? "" : model.words();
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        Box below = Heading.draw(pen, area, model.found().metric().label(), "over " + model.found().input().title(),
                List.of(new Heading.Entry(model.first(), BreakEvenPlot.FIRST, Heading.Mark.DOT),
                        new Heading.Entry(model.second(), BreakEvenPlot.SECOND, Heading.Mark.DIAMOND)));
        if (model.found().points().stream().noneMatch(p -> Double.isFinite(p.first()) || Double.isFinite(p.second()))) {
            Heading.empty(pen, below, "Neither plan fits anywhere.");
            return List.of();
        }
        return new BreakEvenPlot(pen, below, model).draw();
    }
}
