package io.headroom.ui.chart.scatter;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints axes, the bands of ±10 % and ±25 % around the diagonal, and the dots. */
final class ScatterPlot {

    private static final double CLOSE = 0.10;
    private static final double NEAR = 0.25;
    private static final double TICK_ROOM_EM = 5.5;
    private static final double RADIUS_EM = 0.26;
    private static final double OWN_RADIUS_EM = 0.42;
    private static final double CORNER_EM = 7;

    private final Pen pen;
    private final ScatterModel model;
    private final LogAxis axis;
    private Box plot;

    ScatterPlot(Pen pen, ScatterModel model) {
        this.pen = pen;
        this.model = model;
        this.axis = LogAxis.of(model.dots().stream().flatMapToDouble(d -> DoubleStream.of(d.x(), d.y())).toArray());
    }

    List<Spot> draw(Box area) {
        double line = pen.lineHeight(pen.small());
        double left = ticks(area.height()).stream().mapToDouble(t -> pen.width(pen.small(), label(t))).max().orElse(0);
        plot = Box.between(Math.ceil(area.x() + left + pen.em() * 0.6), area.y() + line + pen.em() * 0.5,
                area.right() - pen.em() * 0.5, Math.floor(area.bottom() - 2 * line - pen.em() * 0.5));
        if (plot.width() < pen.em() * 4 || plot.height() < pen.em() * 4) {
            return List.of();
        }
        pen.text(model.yName(), area.x(), area.y(), Pen.Align.LEFT, pen.small(), pen.color(Ink.MUTED));
        pen.text(model.xName(), plot.right(), plot.bottom() + line + pen.em() * 0.3, Pen.Align.RIGHT, pen.small(),
                pen.color(Ink.MUTED));
        clipped(this::bands);
        grid();
        clipped(this::lines);
        bandNames();
        return dots();
    }

    private List<Double> ticks(double room) {
        return axis.ticks((int) Math.max(2, room / (TICK_ROOM_EM * pen.em())) * 2);
    }

    private String label(double tick) {
        return LogAxis.label(tick, model.format(), model.dimension());
    }

    private double x(double value) {
        return plot.x() + plot.width() * axis.fraction(value);
    }

    private double y(double value) {
        return plot.bottom() - plot.height() * axis.fraction(value);
    }

    private void clipped(Runnable drawing) {
        GraphicsContext gc = pen.gc();
        pen.clip(plot);
        drawing.run();
        gc.restore();
    }

    private void grid() {
        Color grid = pen.palette().faded(Ink.LINE, 0.6);
        double lastRight = Double.NEGATIVE_INFINITY;
        for (double tick : ticks(plot.width())) {
            pen.upright(x(tick), plot.y(), plot.bottom(), 1, grid);
            double half = pen.width(pen.small(), label(tick)) / 2;
            double middle = Math.min(x(tick), plot.right() - half);
            if (middle - half > lastRight) {
                pen.text(label(tick), middle, plot.bottom() + pen.em() * 0.25, Pen.Align.CENTER, pen.small(),
                        pen.color(Ink.MUTED));
                lastRight = middle + half + pen.em() * 0.6;
            }
        }
        for (double tick : ticks(plot.height())) {
            pen.level(plot.x(), plot.right(), y(tick), 1, grid);
            pen.text(label(tick), plot.x() - pen.em() * 0.4, y(tick) - pen.lineHeight(pen.small()) / 2,
                    Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
        }
        pen.level(plot.x(), plot.right(), plot.bottom(), 1, pen.color(Ink.LINE));
        pen.upright(plot.x(), plot.y(), plot.bottom(), 1, pen.color(Ink.LINE));
    }

    private void bands() {
        band(NEAR, pen.palette().faded(Ink.OK, pen.palette().isDark() ? 0.13 : 0.07));
        band(CLOSE, pen.palette().faded(Ink.OK, pen.palette().isDark() ? 0.26 : 0.16));
    }

    private void band(double share, Color color) {
        double from = axis.low() / 2;
        double to = axis.high() * 2;
        pen.gc().setFill(color);
        pen.gc().fillPolygon(new double[] {x(from), x(to), x(to), x(from)}, new double[] {y(from * (1 + share)),
            y(to * (1 + share)), y(to * (1 - share)), y(from * (1 - share))}, 4);
    }

    private void lines() {
        line(1, pen.color(Ink.MUTED), 1.5);
        for (double sign : new double[] {-1, 1}) {
            line(1 + sign * CLOSE, pen.palette().faded(Ink.MUTED, 0.6), 1, 6, 4);
            line(1 + sign * NEAR, pen.palette().faded(Ink.MUTED, 0.6), 1, 2, 4);
        }
    }

    private void line(double factor, Color color, double width, double... dashes) {
        GraphicsContext gc = pen.gc();
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.setLineDashes(dashes);
        gc.strokeLine(x(axis.low() / 2), y(axis.low() / 2 * factor), x(axis.high() * 2), y(axis.high() * 2 * factor));
        gc.setLineDashes();
    }

    /** The lines' names in the lower right corner, where no dot lies unless an estimate is ten times too low. */
    private void bandNames() {
        double line = pen.lineHeight(pen.small());
        double left = plot.right() - CORNER_EM * pen.em();
        double top = plot.bottom() - 3 * line - pen.em() * 0.5;
        name(left, top, "equal", pen.color(Ink.MUTED), 1.5);
        name(left, top + line, "±10 %", pen.color(Ink.MUTED), 1, 6, 4);
        name(left, top + 2 * line, "±25 %", pen.color(Ink.MUTED), 1, 2, 4);
    }

    private void name(double left, double top, String name, Color color, double width, double... dashes) {
        GraphicsContext gc = pen.gc();
        double middle = Math.round(top + pen.lineHeight(pen.small()) / 2) + 0.5;
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.setLineDashes(dashes);
        gc.strokeLine(left, middle, left + pen.em() * 2.2, middle);
        gc.setLineDashes();
        pen.text(name, left + pen.em() * 2.7, top, Pen.Align.LEFT, pen.small(), pen.color(Ink.MUTED));
    }

    private List<Spot> dots() {
        List<Dot> above = new ArrayList<>(model.dots());
        above.sort(Comparator.comparing(Dot::stress));
        for (Dot dot : above) {
            paint(dot, x(dot.x()), y(dot.y()));
        }
        List<Spot> spots = new ArrayList<>(above.size());
        double r = RADIUS_EM * pen.em() + 1;
        for (Dot dot : model.dots()) {
            spots.add(new Spot(dot.key(), new Box(x(dot.x()) - r, y(dot.y()) - r, 2 * r, 2 * r), dot.words()));
        }
        return spots;
    }

    private void paint(Dot dot, double x, double y) {
        GraphicsContext gc = pen.gc();
        double r = RADIUS_EM * pen.em();
        Color color = pen.color(dot.mark().ink());
        switch (dot.stress()) {
            case FADED -> dot.mark().glyph().draw(gc, x, y, r * 0.8, pen.palette().faded(Ink.MUTED, 0.28));
            case DOUBTED -> Glyph.CROSS.draw(gc, x, y, r * 0.8, pen.palette().faded(Ink.MUTED, 0.7));
            case NORMAL -> dot.mark().glyph().draw(gc, x, y, r, color.deriveColor(0, 1, 1,
                    pen.palette().isDark() ? 0.95 : 0.75));
            case RINGED -> {
                dot.mark().glyph().draw(gc, x, y, r, color);
                ring(x, y, r * 2.1, 1.5);
            }
            case OWN -> {
                double own = OWN_RADIUS_EM * pen.em();
                gc.setFill(pen.color(Ink.SURFACE));
                gc.fillOval(x - own * 1.45, y - own * 1.45, own * 2.9, own * 2.9);
                Glyph.DIAMOND.draw(gc, x, y, own, pen.color(Ink.ACCENT));
                ring(x, y, own * 1.45, 2);
            }
        }
    }

    private void ring(double x, double y, double radius, double width) {
        pen.gc().setStroke(pen.color(Ink.TEXT));
        pen.gc().setLineWidth(width);
        pen.gc().strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
