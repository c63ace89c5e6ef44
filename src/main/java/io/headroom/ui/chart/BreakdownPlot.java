package io.headroom.ui.chart;

import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Hatching;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.canvas.TextMeasure;
import io.headroom.ui.chart.canvas.ValueAxis;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Lays out and paints the rows of a {@link Breakdown}: names, bars and values in three columns, the limit above. */
final class BreakdownPlot {

    private static final double TALLEST_ROW_EM = 2.3;
    private static final double BAR_SHARE = 0.66;
    private static final double NAMES_SHARE = 0.4;
    private static final double TICK_EM = 4;
    private static final double THINNEST = 1.5;
    private static final double MOST_REACH = 1.6;

    private final Pen pen;
    private final Breakdown.Model model;
    private final List<Breakdown.Row> rows;
    private final ValueAxis axis;
    private final Box plot;
    private final double rowHeight;
    private final double namesX;
    private final double valuesRight;
    private final double line;
    private final List<Box> bars = new ArrayList<>();
    private final List<Box> words = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private Box total = new Box(0, 0, 0, 0);
    private double limitX = -1;

    BreakdownPlot(Pen pen, Box area, Breakdown.Model model) {
        this.pen = pen;
        this.model = model;
        line = pen.lineHeight(pen.small());
        double top = area.y() + line + pen.em() * 0.3;
        double bottom = area.bottom() - line - pen.em() * 0.3;
        int extra = model.hasGhost() ? 2 : 1;
        rows = merged(model.rows(), (int) Math.max(1, (bottom - top) / (line + 1) - extra));
        rowHeight = Math.floor(Math.min(TALLEST_ROW_EM * pen.em(), (bottom - top) / (rows.size() + extra)));
        double names = Math.min(namesWidth(), area.width() * NAMES_SHARE);
        namesX = area.x();
        valuesRight = area.right();
        plot = Box.between(Math.round(area.x() + names + pen.em() * 0.6), Math.round(top),
                Math.round(area.right() - valuesWidth() - pen.em() * 0.8),
                Math.round(top + rowHeight * (rows.size() + extra)));
        int ticks = (int) Math.max(1, Math.min(6, plot.width() / (TICK_EM * pen.em())));
        double largest = Math.max(model.total(), Math.max(model.hasGhost() ? model.ghost() : 0,
                model.hasBest() ? model.best() : 0));
        // a wide band must not press the parts together
        double reach = Math.max(reach(model.whisker()), reach(model.ranges()));
        axis = ValueAxis.of(Math.max(largest, reach), model.limits(), model.formatter(), model.dimension(), ticks);
    }

    List<Box> bars() {
        return bars;
    }

    Box total() {
        return total;
    }

    double limitX() {
        return limitX;
    }

    List<Box> words() {
        return words;
    }

    /** The largest rows that there is room for, in their order, and the rest as one. */
    private static List<Breakdown.Row> merged(List<Breakdown.Row> rows, int room) {
        if (rows.size() <= room) {
            return rows;
        }
        List<Breakdown.Row> largest = rows.stream()
                .sorted(Comparator.comparingDouble(Breakdown.Row::value).reversed()).limit(room - 1).toList();
        double rest = 0;
        List<Breakdown.Row> kept = new ArrayList<>();
        for (Breakdown.Row row : rows) {
            if (largest.contains(row)) {
                kept.add(row);
            } else {
                rest += row.value();
            }
        }
        kept.add(new Breakdown.Row(new Kind((rows.size() - kept.size()) + " others", Ink.OVERHEAD), rest));
        return kept;
    }

    private double namesWidth() {
        double widest = Math.max(pen.width(pen.smallStrong(), model.totalName()),
                model.hasGhost() ? pen.width(pen.small(), model.ghostName()) : 0);
        for (Breakdown.Row row : rows) {
            widest = Math.max(widest, pen.width(pen.small(), row.kind().name()));
        }
        return Math.ceil(widest);
    }

    private double valuesWidth() {
        double widest = pen.width(pen.smallStrong(), model.text(model.total()));
        if (model.hasGhost()) {
            widest = Math.max(widest, pen.width(pen.small(), model.text(model.ghost())));
        }
        for (Breakdown.Row row : rows) {
            widest = Math.max(widest, pen.width(pen.small(), model.text(row.value())));
        }
        return Math.ceil(widest);
    }

    private double x(double value) {
        return plot.x() + Math.round(axis.fraction(value) * plot.width());
    }

    private Box barBox(int row, double from, double to) {
        double thickness = Math.max(3, Math.round(rowHeight * BAR_SHARE));
        double top = plot.y() + row * rowHeight + Math.floor((rowHeight - thickness) / 2);
        double left = x(from);
        return Box.between(left, top, Math.max(x(to), left + THINNEST), top + thickness);
    }

    List<Spot> draw() {
        if (plot.width() < 2 * pen.em() || rowHeight < 3) {
            return List.of();
        }
        drawAxis();
        double limit = model.limits().isEmpty() ? Double.NaN : model.limits().getFirst().value();
        limitX = Double.isNaN(limit) ? -1 : x(limit);
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            drawRow(i, sum);
            sum += rows.get(i).value();
        }
        drawTotal(limit);
        if (model.hasGhost()) {
            drawGhost();
        }
        drawLimits();
        return spots;
    }

    private void drawAxis() {
        List<Double> ticks = axis.ticks();
        Formatter formatter = model.formatter();
        for (int i = 0; i < ticks.size(); i++) {
            double x = x(ticks.get(i));
            pen.upright(x, plot.y(), plot.bottom(), 1, pen.color(i == 0 ? Ink.LINE : Ink.GRID));
            String text = formatter.tick(ticks.get(i), axis.scale());
            boolean last = i == ticks.size() - 1;
            pen.text(last ? text + " " + axis.scale().unit() : text, x, plot.bottom() + pen.em() * 0.2,
                    Pen.Align.CENTER, pen.small(), pen.color(Ink.MUTED));
        }
    }

    private void drawRow(int i, double from) {
        Breakdown.Row row = rows.get(i);
        Box bar = barBox(i, from, from + row.value());
        pen.kind(bar, row.kind().ink());
        bars.add(bar);
        double next = plot.y() + (i + 1) * rowHeight + Math.floor((rowHeight - bar.height()) / 2);
        pen.upright(bar.right() - 1, bar.bottom(), next, 1, pen.color(Ink.LINE));
        words(i, row.kind().name(), model.text(row.value()), pen.small(), pen.color(Ink.TEXT));
        spots.add(new Spot(row.kind().name(), bar, () -> model.explain(row)));
    }

    private void drawTotal(double limit) {
        int at = rows.size();
        total = barBox(at, 0, model.total());
        pen.level(namesX, valuesRight, plot.y() + at * rowHeight, 1, pen.color(Ink.LINE));
        Color color = pen.palette().faded(Ink.MUTED, model.isGreyed() ? 0.45 : 1);
        boolean over = model.total() > limit;
        pen.fill(over ? total.leftOf(limitX) : total, color);
        if (over) {
            Box past = total.rightOf(limitX);
            pen.fill(past, pen.color(Ink.SURFACE).interpolate(color, 0.3));
            Hatching.overflow(pen.gc(), past, pen.color(Ink.OVER), pen.em() / 13);
            pen.outline(past, pen.color(Ink.OVER), 1.5, false);
        }
        if (model.hasBest()) {
            double x = x(model.best());
            pen.upright(x - 2, total.y() - 2, total.bottom() + 2, 4, pen.color(Ink.SURFACE));
            pen.upright(x - 1, total.y() - 3, total.bottom() + 3, 2, pen.color(Ink.TEXT));
        }
        if (model.whisker().isDrawn()) {
            drawWhisker(model.whisker());
        }
        if (model.ranges().isDrawn()) {
            drawRanges(model.ranges());
        }
        words(at, model.totalName(), model.text(model.total()), pen.smallStrong(),
                pen.color(over ? Ink.OVER : model.isGreyed() ? Ink.MUTED : Ink.TEXT));
        spots.add(new Spot(model.totalName(), total, model::explainTotal));
    }

    private double reach(Whisker whisker) {
        return whisker.isDrawn() ? Math.min(whisker.high(), MOST_REACH * model.total()) : 0;
    }

    /** Along the lower edge of the total, so that both it and a whisker can be seen. */
    private void drawRanges(Whisker ranges) {
        double left = x(ranges.low());
        double right = Math.max(left + 1, Math.min(x(ranges.high()), plot.right()));
        pen.level(left, right, total.bottom() - 1, 4, pen.color(Ink.SURFACE));
        pen.level(left, right, total.bottom(), 3, pen.color(Ink.ACCENT));
    }

    /** From end to end through the middle of the total; an end beyond the axis has no stroke across. */
    private void drawWhisker(Whisker whisker) {
        double left = x(whisker.low());
        double right = Math.min(x(whisker.high()), plot.right());
        double half = Math.max(2, Math.round(total.height() * 0.25));
        double middle = Math.round(total.centerY());
        for (int halo = 1; halo >= 0; halo--) {
            Color color = pen.color(halo == 1 ? Ink.SURFACE : model.isGreyed() ? Ink.MUTED : Ink.TEXT);
            pen.level(left - halo, right + halo, middle - 1 - halo, 2 + 2 * halo, color);
            pen.upright(left - 1 - halo, middle - half - halo, middle + half + halo, 2 + 2 * halo, color);
            if (x(whisker.high()) <= plot.right()) {
                pen.upright(right - 1 - halo, middle - half - halo, middle + half + halo, 2 + 2 * halo, color);
            }
        }
    }

    private void drawGhost() {
        int at = rows.size() + 1;
        Box bar = barBox(at, 0, model.ghost());
        pen.outline(bar, pen.color(Ink.BASELINE), 1.5, true);
        words(at, model.ghostName(), model.text(model.ghost()), pen.small(), pen.color(Ink.MUTED));
        spots.add(new Spot(model.ghostName(), bar, model::explainGhost));
    }

    /** A row's name on the left and its value on the right. */
    private void words(int row, String name, String value, Font font, Color color) {
        double top = plot.y() + row * rowHeight + (rowHeight - line) / 2;
        String shown = TextMeasure.elided(font, name, plot.x() - pen.em() * 0.6 - namesX);
        words.add(pen.text(shown, namesX, top, Pen.Align.LEFT, font, color));
        words.add(pen.text(value, valuesRight, top, Pen.Align.RIGHT, font, color));
    }

    /** The limit's line through all rows, its words above them; or the word that there is none. */
    private void drawLimits() {
        double top = plot.y() - line - pen.em() * 0.25;
        if (model.limits().isEmpty()) {
            words.add(pen.text("no limit set", valuesRight, top, Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED)));
            return;
        }
        Limit limit = model.limits().getFirst();
        pen.upright(limitX - 1, plot.y() - pen.em() * 0.25, plot.bottom(), 2,
                pen.color(limit.state() == Limit.State.OVER ? Ink.OVER : Ink.TEXT));
        String name = limit.name() + " " + limit.valueText();
        double nameWidth = pen.width(pen.smallStrong(), name) + pen.em() * 0.5;
        double width = nameWidth + pen.width(pen.small(), limit.marked());
        double left = Math.max(namesX, Math.min(limitX - width / 2, valuesRight - width));
        words.add(pen.text(name, left, top, Pen.Align.LEFT, pen.smallStrong(), pen.color(Ink.TEXT)));
        words.add(pen.text(limit.marked(), left + nameWidth, top, Pen.Align.LEFT, pen.small(),
                pen.state(limit.state())));
    }
}
