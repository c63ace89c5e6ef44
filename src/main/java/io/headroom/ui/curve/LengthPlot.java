package io.headroom.ui.curve;

import io.headroom.estimate.Metric;
import io.headroom.explore.curve.LengthCurve;
import io.headroom.explore.curve.LengthCurve.Point;
import io.headroom.format.Dimension;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.canvas.ValueAxis;
import io.headroom.ui.chart.scatter.LogAxis;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints a {@link LengthModel}: lengths on a logarithmic axis, values from zero, the band, the baseline and the limit. */
final class LengthPlot {

    private static final double TICKS_EVERY_EM = 3.5;
    private static final double MOST_OF_LIMIT = 2;
    private static final double TINT = 0.06;

    private final Pen pen;
    private final LengthModel model;
    private final LogAxis across;
    private final ValueAxis up;
    private final Box plot;
    private final double limit;

    LengthPlot(Pen pen, Box area, LengthModel model) {
        this.pen = pen;
        this.model = model;
        this.limit = model.limit();
        List<Point> points = model.curve().points();
        double low = points.getFirst().inputTokens();
        this.across = new LogAxis(low, Math.max(points.getLast().inputTokens(), low + 1));
        double line = pen.lineHeight(pen.small());
        int ticks = (int) Math.max(2, (area.height() - 2 * line) / (TICKS_EVERY_EM * pen.em()));
        this.up = ValueAxis.of(highest(), List.of(), model.format(), model.metric().dimension(), ticks);
        double left = up.ticks().stream().mapToDouble(t -> pen.width(pen.small(), tick(t))).max().orElse(0);
        this.plot = Box.between(Math.ceil(area.x() + left + pen.em() * 0.6), Math.round(area.y() + line * 0.6),
                Math.floor(area.right() - pen.em() * 0.4), Math.floor(area.bottom() - 2 * line - pen.em() * 0.3));
    }

    /** The top of the axis: all values and the limit, but of values far beyond the limit only so much as shows the crossing. */
    private double highest() {
        double most = 0;
        for (Point point : model.curve().points()) {
            double value = model.value(point);
            double high = point.judgement().band(model.metric()).map(b -> b.high()).orElse(value);
            most = Double.isFinite(high) ? Math.max(most, high) : most;
        }
        return Double.isNaN(limit) ? most
                : Math.max(limit * 1.1, Math.min(most, Math.max(MOST_OF_LIMIT * limit, 1.2 * nowValue())));
    }

    private double nowValue() {
        double value = model.now().value(model.metric());
        return Double.isFinite(value) ? value : 0;
    }

    private String tick(double value) {
        return model.format().tick(value, up.scale()) + " " + up.scale().unit();
    }

    private double x(double tokens) {
        return plot.x() + plot.width() * across.fraction(tokens);
    }

    private double y(double value) {
        return plot.bottom() - plot.height() * up.fraction(value);
    }

    void draw() {
        axes();
        GraphicsContext gc = pen.gc();
        pen.clip(plot);
        if (!Double.isNaN(limit)) {
            pen.fill(Box.between(plot.x(), plot.y(), plot.right(), y(limit)), pen.palette().faded(Ink.OVER, TINT));
        }
        band();
        model.baseline().ifPresent(b -> curve(b, pen.color(Ink.BASELINE), 1.5, 5, 4));
        curve(model.curve(), pen.series(Ink.WEIGHTS), 2);
        gc.restore();
        pen.upright(x(model.curve().now()) - 1, plot.y(), plot.bottom(), 2, pen.palette().faded(Ink.ACCENT, 0.6));
        limit();
        now();
    }

    private void axes() {
        double line = pen.lineHeight(pen.small());
        for (double tick : up.ticks()) {
            pen.level(plot.x(), plot.right(), y(tick), 1, pen.color(tick == 0 ? Ink.LINE : Ink.GRID));
            pen.text(tick(tick), plot.x() - pen.em() * 0.4, y(tick) - line / 2, Pen.Align.RIGHT, pen.small(),
                    pen.color(Ink.MUTED));
        }
        double top = plot.bottom() + pen.em() * 0.25;
        double free = length(across.low(), Double.NEGATIVE_INFINITY, top, Pen.Align.LEFT);
        double last = plot.right() - pen.width(pen.small(), lengthText(across.high())) - pen.em() * 0.5;
        length(across.high(), Double.NEGATIVE_INFINITY, top, Pen.Align.RIGHT);
        for (double tick : across.ticks((int) Math.max(2, plot.width() / (4 * pen.em())))) {
            pen.upright(x(tick), plot.y(), plot.bottom(), 1, pen.color(Ink.GRID));
            if (x(tick) + pen.width(pen.small(), lengthText(tick)) / 2 < last) {
                free = length(tick, free, top, Pen.Align.CENTER);
            }
        }
        String name = model.curve().isStated() ? "input tokens, range of the plan"
                : "input tokens, up to the model's context";
        pen.text(name, plot.right(), top + line, Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
    }

    /** A length below the axis, unless what stands to its left reaches into it; where the next may begin. */
    private double length(double tokens, double free, double top, Pen.Align align) {
        String text = lengthText(tokens);
        if (align == Pen.Align.CENTER && x(tokens) - pen.width(pen.small(), text) / 2 <= free) {
            return free;
        }
        return pen.text(text, x(tokens), top, align, pen.small(), pen.color(Ink.MUTED)).right() + pen.em() * 0.5;
    }

    private String lengthText(double tokens) {
        return model.format().value(tokens, Dimension.COUNT);
    }

    /** Where measured systems lie around the line, where the profile has earned a band. */
    private void band() {
        List<Double> xs = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        for (Point point : model.curve().points()) {
            point.judgement().band(model.metric()).ifPresent(band -> {
                xs.add(x(point.inputTokens()));
                lows.add(y(band.low()));
                highs.add(y(band.high()));
            });
        }
        int n = xs.size();
        double[] outlineX = new double[2 * n];
        double[] outlineY = new double[2 * n];
        for (int i = 0; i < n; i++) {
            outlineX[i] = xs.get(i);
            outlineY[i] = highs.get(i);
            outlineX[2 * n - 1 - i] = xs.get(i);
            outlineY[2 * n - 1 - i] = lows.get(i);
        }
        if (n > 1) {
            pen.gc().setFill(pen.palette().faded(Ink.WEIGHTS, 0.15));
            pen.gc().fillPolygon(outlineX, outlineY, 2 * n);
        }
    }

    private void curve(LengthCurve curve, Color color, double width, double... dashes) {
        GraphicsContext gc = pen.gc();
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.setLineDashes(dashes);
        double px = Double.NaN;
        double py = Double.NaN;
        for (Point point : curve.points()) {
            double nx = x(point.inputTokens());
            double ny = y(model.value(point));
            if (!Double.isNaN(py) && !Double.isNaN(ny)) {
                gc.strokeLine(px, py, nx, ny);
            }
            px = nx;
            py = ny;
        }
        gc.setLineDashes();
    }

    private void limit() {
        if (Double.isNaN(limit)) {
            return;
        }
        boolean isOver = nowValue() > limit;
        pen.level(plot.x(), plot.right(), y(limit) - 1, 2, pen.color(isOver ? Ink.OVER : Ink.TEXT));
        Limit words = Limit.of("limit", limit, nowValue(), model.format(), model.metric().dimension());
        String text = words.valueText() + (model.metric() == Metric.MEMORY_TOTAL ? " usable"
                : " limit");
        double line = pen.lineHeight(pen.small());
        double top = y(limit) - line - 2 >= plot.y() - line * 0.6 ? y(limit) - line - 2 : y(limit) + 3;
        Box said = pen.plate(text, plot.x() + pen.em() * 0.3, top, Pen.Align.LEFT, pen.smallStrong(),
                pen.color(Ink.TEXT));
        pen.plate(words.marked(), said.right(), top, Pen.Align.LEFT, pen.small(), pen.state(words.state()));
        model.curve().longestWithin(model.metric(), limit).ifPresent(this::crossing);
    }

    private void crossing(int longest) {
        if (longest == model.curve().points().getLast().inputTokens()) {
            return;
        }
        GraphicsContext gc = pen.gc();
        double r = pen.em() * 0.35;
        gc.setFill(pen.color(Ink.SURFACE));
        gc.fillOval(x(longest) - r, y(limit) - r, 2 * r, 2 * r);
        gc.setStroke(pen.color(Ink.OVER));
        gc.setLineWidth(2);
        gc.strokeOval(x(longest) - r, y(limit) - r, 2 * r, 2 * r);
    }

    private void now() {
        double at = x(model.curve().now());
        double value = nowValue();
        if (value > 0 && value <= up.max()) {
            double r = pen.em() * 0.35;
            pen.gc().setFill(pen.color(Ink.ACCENT));
            pen.gc().fillOval(at - r, y(value) - r, 2 * r, 2 * r);
            String text = model.text(value);
            boolean isRight = at + pen.width(pen.smallStrong(), text) + 2 * pen.em() < plot.right();
            double top = Math.min(y(value) + r, plot.bottom() - pen.lineHeight(pen.small()) - 2);
            pen.plate(text, isRight ? at + pen.em() * 0.5 : at - pen.em() * 0.5, top,
                    isRight ? Pen.Align.LEFT : Pen.Align.RIGHT, pen.smallStrong(), pen.color(Ink.ACCENT));
        }
    }

    /** Left of where the numbers of notes on {@code point} stand: above its value, within the plot. */
    Box mark(Point point) {
        double value = model.value(point);
        double top = Double.isFinite(value) ? Math.max(y(value), plot.y()) - pen.em() : plot.bottom() - pen.em();
        return new Box(x(point.inputTokens()) - pen.em() * 0.65 - 2, Math.max(top, plot.y() + pen.em()), 0, 0);
    }

    /** One column of the plot for every point. */
    List<Spot> columns(BiFunction<Point, Box, Spot> make) {
        List<Point> points = model.curve().points();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double here = x(points.get(i).inputTokens());
            double left = i == 0 ? plot.x() : (x(points.get(i - 1).inputTokens()) + here) / 2;
            double right = i == points.size() - 1 ? plot.right() : (x(points.get(i + 1).inputTokens()) + here) / 2;
            spots.add(make.apply(points.get(i), Box.between(left, plot.y(), right, plot.bottom())));
        }
        return spots;
    }
}
