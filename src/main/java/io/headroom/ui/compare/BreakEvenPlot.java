package io.headroom.ui.compare;

import io.headroom.explore.alternative.BreakEven.Point;
import io.headroom.explore.alternative.BreakEven.Stretch;
import io.headroom.explore.alternative.BreakEven.Winner;
import io.headroom.format.Scale;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.front.Range;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.scene.paint.Color;

/** Paints two lines with marks of their own, who wins where, and the crossings. */
final class BreakEvenPlot {

    static final Ink FIRST = Ink.WEIGHTS;
    static final Ink SECOND = Ink.KV;

    private static final double TINT = 0.07;
    private static final double TICK_EM = 5;
    private static final double LEVEL_EM = 3.2;
    private static final int MOST_CROSSINGS = 8;
    private static final double RIGHT_EM = 0.8;

    private final Pen pen;
    private final BreakEvenChart.Model model;
    private final List<Point> points;
    private final Range across;
    private final Range up;
    private final Scale upScale;
    private final Box plot;

    BreakEvenPlot(Pen pen, Box area, BreakEvenChart.Model model) {
        this.pen = pen;
        this.model = model;
        this.points = model.found().points();
        this.across = Range.tight(points.stream().mapToDouble(Point::at).toArray());
        this.up = Range.of(points.stream().flatMapToDouble(p -> DoubleStream.of(p.first(), p.second()))
                .filter(Double::isFinite).toArray());
        this.upScale = model.format().scale(up.high(), model.found().metric().dimension());
        double line = pen.lineHeight(pen.small());
        double left = levels(area.height()).stream().mapToDouble(t -> pen.width(pen.small(), level(t))).max().orElse(0);
        this.plot = Box.between(Math.ceil(area.x() + left + pen.em() * 0.8), area.y() + line + pen.em() * 0.5,
                area.right() - pen.em() * RIGHT_EM, Math.floor(area.bottom() - 2 * line - pen.em() * 0.5));
    }

    List<Spot> draw() {
        if (plot.width() < pen.em() * 4 || plot.height() < pen.em() * 3) {
            return List.of();
        }
        stretches();
        axes();
        double now = x(model.now());
        if (now >= plot.x() && now <= plot.right()) {
            pen.upright(now - 1, plot.y(), plot.bottom(), 2, pen.palette().faded(Ink.ACCENT, 0.6));
        }
        line(Point::first, pen.color(FIRST), true);
        line(Point::second, pen.color(SECOND), false);
        crossings();
        return spots();
    }

    private double x(double value) {
        return plot.x() + plot.width() * across.fraction(value);
    }

    private double y(double value) {
        return plot.bottom() - plot.height() * up.fraction(value);
    }

    private List<Double> levels(double height) {
        return up.ticks((int) Math.max(2, height / (LEVEL_EM * pen.em())), upScale.size());
    }

    private String level(double tick) {
        Scale own = up.isLog() ? model.format().scale(tick, model.found().metric().dimension()) : upScale;
        String number = model.format().tick(tick, own);
        return own.unit().isEmpty() ? number : number + " " + own.unit();
    }

    /** The ground in the colour of the winner, faintly. */
    private void stretches() {
        for (Stretch stretch : model.found().stretches()) {
            if (stretch.winner() != Winner.NEITHER) {
                double to = Math.min(plot.right(), x(stretch.to()));
                pen.fill(Box.between(x(stretch.from()), plot.y(), Math.max(to, x(stretch.from()) + 1), plot.bottom()),
                        pen.palette().faded(stretch.winner() == Winner.FIRST ? FIRST : SECOND, TINT));
            }
        }
    }

    private void axes() {
        double line = pen.lineHeight(pen.small());
        for (double tick : levels(plot.height())) {
            pen.level(plot.x(), plot.right(), y(tick), 1, pen.color(Ink.GRID));
            pen.text(level(tick), plot.x() - pen.em() * 0.4, y(tick) - line / 2, Pen.Align.RIGHT, pen.small(),
                    pen.color(Ink.MUTED));
        }
        pen.level(plot.x(), plot.right(), plot.bottom(), 1, pen.color(Ink.LINE));
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : across.ticks((int) Math.max(2, plot.width() / (TICK_EM * pen.em())), 1)) {
            String text = model.at(tick);
            double half = pen.width(pen.small(), text) / 2;
            if (x(tick) - half > free) {
                pen.upright(x(tick), plot.bottom(), plot.bottom() + pen.em() * 0.25, 1, pen.color(Ink.LINE));
                free = pen.text(text, x(tick), plot.bottom() + pen.em() * 0.3, Pen.Align.CENTER, pen.small(),
                        pen.color(Ink.MUTED)).right() + pen.em() * 0.6;
            }
        }
        pen.text(model.found().input().title(), plot.right(), plot.bottom() + line + pen.em() * 0.3, Pen.Align.RIGHT,
                pen.small(), pen.color(Ink.MUTED));
    }

    private void line(ToDoubleFunction<Point> value, Color color, boolean isRound) {
        double px = Double.NaN;
        double py = Double.NaN;
        double r = pen.em() * 0.22;
        pen.gc().setStroke(color);
        pen.gc().setFill(color);
        pen.gc().setLineWidth(2);
        for (Point point : points) {
            double here = value.applyAsDouble(point);
            if (!Double.isFinite(here)) {
                py = Double.NaN;
                continue;
            }
            double nx = x(point.at());
            double ny = y(here);
            if (!Double.isNaN(py)) {
                pen.gc().strokeLine(px, py, nx, ny);
            }
            if (isRound) {
                pen.gc().fillOval(nx - r, ny - r, 2 * r, 2 * r);
            } else {
                pen.gc().fillPolygon(new double[] {nx, nx + r * 1.3, nx, nx - r * 1.3},
                        new double[] {ny - r * 1.3, ny, ny + r * 1.3, ny}, 4);
            }
            px = nx;
            py = ny;
        }
    }

    /** A dashed upright where the winner changes; above it, where no line runs, the value from which the new one wins. */
    private void crossings() {
        List<Stretch> stretches = model.found().stretches();
        double top = plot.y() - pen.lineHeight(pen.small());
        double free = pen.text(model.found().metric().isMoreBetter() ? "↑ better" : "↓ better", plot.x(), top,
                Pen.Align.LEFT, pen.small(), pen.color(Ink.MUTED)).right() + pen.em();
        for (int i = 1; i < Math.min(stretches.size(), MOST_CROSSINGS + 1); i++) {
            double at = x(stretches.get(i).from());
            pen.uprightLine(at, plot.y(), plot.bottom(), pen.color(Ink.TEXT), 1.5, true);
            String text = "from " + model.at(stretches.get(i).from());
            double half = pen.width(pen.smallStrong(), text) / 2;
            double middle = Math.min(at, plot.right() + pen.em() * RIGHT_EM - half);
            if (middle - half > free) {
                free = pen.text(text, middle, top, Pen.Align.CENTER, pen.smallStrong(), pen.color(Ink.TEXT)).right()
                        + pen.em();
            }
        }
    }

    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double here = x(point.at());
            double left = i == 0 ? plot.x() : (x(points.get(i - 1).at()) + here) / 2;
            double right = i == points.size() - 1 ? plot.right() : (x(points.get(i + 1).at()) + here) / 2;
            spots.add(new Spot("break-even/" + i, Box.between(left, plot.y(), right, plot.bottom()),
                    () -> model.explain(point)));
        }
        return spots;
    }
}
