package io.headroom.ui.chart.front;

import io.headroom.format.Scale;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints axes, the steps between the points of a front, the points, and the names that have room. */
final class FrontPlot {

    private static final double TICK_EM = 6;
    private static final double LEVEL_EM = 3.2;
    private static final double RADIUS_EM = 0.36;
    private static final double SPOT_EM = 0.55;
    private static final double RING_WIDTH = 1.75;
    private static final double RING_TO_DOT = 1.75;

    private final Pen pen;
    private final FrontModel model;
    private final Range across;
    private final Range up;
    private final Scale acrossScale;
    private final Scale upScale;
    private final List<Box> taken = new ArrayList<>();
    private Box plot;

    FrontPlot(Pen pen, FrontModel model) {
        this.pen = pen;
        this.model = model;
        List<FrontModel.Point> all = Stream.of(model.points().stream(), model.marked().stream(), model.own().stream())
                .flatMap(points -> points).toList();
        across = Range.of(all.stream().mapToDouble(FrontModel.Point::x).toArray());
        up = Range.of(all.stream().mapToDouble(FrontModel.Point::y).toArray());
        acrossScale = model.format().scale(across.high(), model.across().dimension());
        upScale = model.format().scale(up.high(), model.up().dimension());
    }

    List<Spot> draw(Box area) {
        double line = pen.lineHeight(pen.small());
        double left = ticks(up, area.height(), LEVEL_EM, upScale).stream()
                .mapToDouble(t -> pen.width(pen.small(), label(t, upScale, model.up(), up))).max().orElse(0);
        plot = Box.between(Math.ceil(area.x() + left + pen.em() * 0.8), area.y() + line + pen.em() * 0.5,
                area.right() - pen.em() * 0.8, Math.floor(area.bottom() - 2 * line - pen.em() * 0.5));
        if (plot.width() < pen.em() * 4 || plot.height() < pen.em() * 3) {
            return List.of();
        }
        Color muted = pen.color(Ink.MUTED);
        pen.text(model.up().name() + (model.up().isMoreBetter() ? "  ↑ better" : "  ↓ better"), area.x(), area.y(),
                Pen.Align.LEFT, pen.small(), muted);
        pen.text(model.across().name() + (model.across().isMoreBetter() ? "  → better" : "  ← better"), plot.right(),
                plot.bottom() + line + pen.em() * 0.3, Pen.Align.RIGHT, pen.small(), muted);
        grid();
        steps();
        return points();
    }

    private List<Double> ticks(Range range, double room, double em, Scale scale) {
        return range.ticks((int) Math.max(2, room / (em * pen.em())), scale.size());
    }

    /** One unit for an even axis; along decades it changes. */
    private String label(double tick, Scale scale, FrontModel.Side side, Range range) {
        Scale own = range.isLog() ? model.format().scale(tick, side.dimension()) : scale;
        String number = model.format().tick(tick, own);
        return own.unit().isEmpty() ? number : number + " " + own.unit();
    }

    private double x(double value) {
        return plot.x() + plot.width() * across.fraction(value);
    }

    private double y(double value) {
        return plot.bottom() - plot.height() * up.fraction(value);
    }

    private void grid() {
        Color grid = pen.palette().faded(Ink.LINE, 0.6);
        double lastRight = Double.NEGATIVE_INFINITY;
        for (double tick : ticks(across, plot.width(), TICK_EM, acrossScale)) {
            String label = label(tick, acrossScale, model.across(), across);
            pen.upright(x(tick), plot.y(), plot.bottom(), 1, grid);
            double half = pen.width(pen.small(), label) / 2;
            double middle = Math.min(x(tick), plot.right() + pen.em() * 0.8 - half);
            if (middle - half > lastRight) {
                pen.text(label, middle, plot.bottom() + pen.em() * 0.25, Pen.Align.CENTER, pen.small(),
                        pen.color(Ink.MUTED));
                lastRight = middle + half + pen.em() * 0.6;
            }
        }
        for (double tick : ticks(up, plot.height(), LEVEL_EM, upScale)) {
            pen.level(plot.x(), plot.right(), y(tick), 1, grid);
            pen.text(label(tick, upScale, model.up(), up), plot.x() - pen.em() * 0.4,
                    y(tick) - pen.lineHeight(pen.small()) / 2, Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
        }
        pen.level(plot.x(), plot.right(), plot.bottom(), 1, pen.color(Ink.LINE));
        pen.upright(plot.x(), plot.y(), plot.bottom(), 1, pen.color(Ink.LINE));
    }

    /** What a point reaches, nothing further along reaches better: level first or upright first, by which end is good. */
    private void steps() {
        List<FrontModel.Point> sorted = model.points().stream().sorted(Comparator.comparingDouble(FrontModel.Point::x))
                .toList();
        Color color = pen.palette().faded(Ink.WEIGHTS, pen.palette().isDark() ? 0.9 : 0.55);
        boolean isLevelFirst = !model.across().isMoreBetter();
        for (int i = 1; i < sorted.size(); i++) {
            double x0 = x(sorted.get(i - 1).x());
            double x1 = x(sorted.get(i).x());
            double y0 = y(sorted.get(i - 1).y());
            double y1 = y(sorted.get(i).y());
            pen.level(x0, x1, isLevelFirst ? y0 : y1, 1, color);
            pen.upright(isLevelFirst ? x1 : x0, Math.min(y0, y1), Math.max(y0, y1), 1, color);
        }
    }

    private List<Spot> points() {
        List<Spot> spots = new ArrayList<>();
        double r = RADIUS_EM * pen.em();
        double hit = SPOT_EM * pen.em();
        for (FrontModel.Point point : model.points()) {
            pen.gc().setFill(pen.color(Ink.WEIGHTS));
            pen.gc().fillOval(x(point.x()) - r, y(point.y()) - r, 2 * r, 2 * r);
            spots.add(spot(point, hit));
            taken.add(spots.getLast().box());
        }
        double ring = r * RING_TO_DOT;
        for (FrontModel.Point point : model.marked()) {
            // around the dot where it is on the front too
            pen.gc().setStroke(pen.color(Ink.KV));
            pen.gc().setLineWidth(RING_WIDTH);
            pen.gc().strokeOval(x(point.x()) - ring, y(point.y()) - ring, 2 * ring, 2 * ring);
            spots.add(spot(point, hit * RING_TO_DOT));
            taken.add(spots.getLast().box());
        }
        model.own().ifPresent(own -> {
            diamond(x(own.x()), y(own.y()), r * 1.5);
            spots.add(spot(own, hit * 1.1));
            taken.add(spots.getLast().box());
            name(own, pen.smallStrong(), pen.color(Ink.ACCENT));
        });
        model.marked().forEach(point -> name(point, pen.smallStrong(), pen.color(Ink.TEXT)));
        // both ends first: what lies between is told by them
        List<FrontModel.Point> named = new ArrayList<>(model.points());
        if (named.size() > 1) {
            named.add(1, named.removeLast());
        }
        named.forEach(point -> name(point, pen.small(), pen.color(Ink.TEXT)));
        return spots;
    }

    private Spot spot(FrontModel.Point point, double r) {
        return new Spot(point.key(), new Box(x(point.x()) - r, y(point.y()) - r, 2 * r, 2 * r), point.words());
    }

    private void diamond(double x, double y, double r) {
        GraphicsContext gc = pen.gc();
        gc.setFill(pen.color(Ink.SURFACE));
        polygon(x, y, r * 1.45);
        gc.setFill(pen.color(Ink.ACCENT));
        polygon(x, y, r);
    }

    private void polygon(double x, double y, double r) {
        pen.gc().fillPolygon(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4);
    }

    /** To the right of its point, else above, below or to the left, where the front may run, else nowhere. */
    private void name(FrontModel.Point point, javafx.scene.text.Font font, Color color) {
        double width = pen.width(font, point.label());
        double line = pen.lineHeight(font);
        double gap = pen.em() * 0.7;
        // clear of where the point answers to the mouse
        double over = pen.em() * SPOT_EM + 1;
        double x = x(point.x());
        double y = y(point.y());
        for (double[] corner : new double[][] {{x + gap, y - line / 2},
            {x - width / 2, y - line - over}, {x - width / 2, y + over}, {x - gap - width, y - line / 2}}) {
            Box box = new Box(corner[0], corner[1], width, line);
            boolean isInside = box.x() > plot.x() && box.right() <= plot.right() + pen.em() * 0.8 && box.y() >= plot.y() - line
                    && box.bottom() <= plot.bottom();
            if (isInside && taken.stream().noneMatch(box::overlaps)) {
                // on a ground of its own, which ends where the box does
                pen.fill(box, pen.color(Ink.SURFACE));
                pen.text(point.label(), box.x(), box.y(), Pen.Align.LEFT, font, color);
                taken.add(box);
                return;
            }
        }
    }
}
