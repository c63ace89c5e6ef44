package io.headroom.ui.chart;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.canvas.ValueAxis;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** A chart with upright bars against limits; its two public kinds differ only in what they are given. */
public abstract sealed class ColumnChart extends ChartCanvas permits StackedBars, GroupedTimeBars {

    private static final int TICKS = 5;
    private static final double SINGLE_SHARE = 0.64;
    private static final double PAIR_SHARE = 0.76;
    private static final double WIDEST_BAR_EM = 8;
    private static final double PAIR_GAP = 2;

    private Columns columns;
    private List<Box> barBoxes = List.of();
    private List<Box> peakBoxes = List.of();
    private List<Box> limitWords = List.of();
    private List<Box> totalBoxes = List.of();
    private double limitY = -1;
    private boolean tight;

    ColumnChart(ObservableValue<Palette> palette) {
        super(palette);
    }

    final void show(Columns now) {
        if (!now.equals(columns)) {
            columns = now;
            redraw();
        }
    }

    /** Where the bar of a category is, as painted last; for tests. */
    public final Box barOf(int category) {
        return barBoxes.get(category);
    }

    /** Where the bar beside it is, as painted last; for tests. */
    public final Box peakOf(int category) {
        return peakBoxes.get(category);
    }

    /** The height of the line that judges, as painted last; negative if there is none; for tests. */
    public final double limitY() {
        return limitY;
    }

    /** Where the words at the limits are; for tests. */
    public final List<Box> limitWords() {
        return limitWords;
    }

    /** Where the totals on top of the bars are; for tests. */
    public final List<Box> totals() {
        return totalBoxes;
    }

    @Override
    protected final String sentence() {
        return columns == null ? "" : columns.sentence();
    }

    @Override
    protected final List<Spot> draw(Pen pen, Box area) {
        barBoxes = List.of();
        peakBoxes = List.of();
        limitWords = List.of();
        totalBoxes = List.of();
        limitY = -1;
        if (columns == null) {
            return List.of();
        }
        pen.under(columns.condition());
        tight = columns.isTight(area.width());
        Box below = Heading.draw(pen, area, columns.title(), columns.subtitle(), columns.legend(area.width()));
        if (columns.isEmpty()) {
            Heading.empty(pen, below, columns.emptyReason());
            return List.of();
        }
        ValueAxis axis = ValueAxis.of(columns.highest(), columns.limits(), columns.formatter(), columns.dimension(),
                TICKS);
        ColumnPlot plot = new ColumnPlot(pen, below, axis, columns.formatter(), columns.limits(),
                columns.bars().stream().map(Bar::label).toList(), columns.categoryName());
        return plot.isTooSmall() ? List.of() : drawPlot(pen, plot);
    }

    private List<Spot> drawPlot(Pen pen, ColumnPlot plot) {
        plot.drawGrid();
        plot.drawLabels();
        limitY = columns.limits().isEmpty() ? -1 : plot.y(columns.limit());
        List<Spot> spots = new ArrayList<>();
        List<Box> bars = new ArrayList<>();
        List<Box> peaks = new ArrayList<>();
        StackPainter painter = new StackPainter(pen, limitY);
        for (int i = 0; i < columns.bars().size(); i++) {
            Bar bar = columns.bars().get(i);
            Box slot = plot.slot(i);
            Box whole = barBox(pen, plot, slot, bar);
            drawParts(plot, painter, bar, whole, spots);
            if (bar.hasPeak()) {
                peaks.add(drawPeak(pen, plot, slot, bar, whole, spots));
            }
            if (!bar.ghost().isEmpty()) {
                painter.ghost(slot, whole, plot.y(bar.ghostTotal()), bar.hasPeak());
            }
            bars.add(whole);
        }
        barBoxes = List.copyOf(bars);
        peakBoxes = List.copyOf(peaks);
        plot.drawLimitLines();
        limitWords = plot.drawLimitWords();
        totalBoxes = new Totals(pen, plot, columns, limitY).draw(barBoxes, peakBoxes);
        return spots;
    }

    private Box barBox(Pen pen, ColumnPlot plot, Box slot, Bar bar) {
        boolean pair = bar.hasPeak() && !tight;
        double all = Math.min(slot.width() * (pair ? PAIR_SHARE : SINGLE_SHARE),
                WIDEST_BAR_EM * pen.em() * (pair ? 1.75 : 1));
        double width = Math.max(1, Math.round(pair ? (all - PAIR_GAP) / 2 : all));
        double left = Math.round(slot.centerX() - all / 2);
        return Box.between(left, plot.y(bar.total()), left + width, plot.y(0));
    }

    private void drawParts(ColumnPlot plot, StackPainter painter, Bar bar, Box whole, List<Spot> spots) {
        double sum = 0;
        List<Box> parts = new ArrayList<>();
        for (int k = 0; k < columns.kinds().size(); k++) {
            double bottom = plot.y(sum);
            sum += bar.values().get(k);
            Box part = Box.between(whole.x(), plot.y(sum), whole.right(), bottom);
            parts.add(part);
            painter.part(part, columns.kinds().get(k));
            if (!part.isEmpty()) {
                String key = columns.place(bar) + "/" + columns.kinds().get(k).name();
                spots.add(new Spot(key, part, explanation(bar, k)));
            }
        }
        painter.overflow(whole);
        double ghostY = bar.ghost().isEmpty() ? -1 : plot.y(bar.ghostTotal());
        for (int k = 0; k < parts.size(); k++) {
            painter.label(parts.get(k), columns.kinds().get(k), columns.text(bar.values().get(k)), ghostY);
        }
    }

    private Supplier<String> explanation(Bar bar, int k) {
        Columns painted = columns;
        return () -> painted.explain(bar, k);
    }

    private Box drawPeak(Pen pen, ColumnPlot plot, Box slot, Bar bar, Box whole, List<Spot> spots) {
        double left = tight ? slot.x() : whole.right() + PAIR_GAP;
        Box peak = Box.between(left, plot.y(bar.peak()), left + (tight ? slot.width() : whole.width()), plot.y(0));
        if (tight) {
            pen.level(peak.x(), peak.right(), peak.y() - 2, 4, pen.color(Ink.SURFACE));
            pen.level(peak.x(), peak.right(), peak.y() - 1, 2, pen.color(Ink.TEXT));
            return peak;
        }
        Heading.peak(pen, peak);
        Columns painted = columns;
        spots.add(new Spot(painted.place(bar) + "/" + painted.peakName(), peak, () -> painted.explainPeak(bar)));
        return peak;
    }
}
