package io.headroom.ui.curve;

import io.headroom.check.NoteAnchor;
import io.headroom.explore.curve.Roofline;
import io.headroom.explore.curve.Roofline.Operation;
import io.headroom.explore.curve.Roofline.Phase;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.scatter.Glyph;
import io.headroom.ui.chart.scatter.LogAxis;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints a {@link Roofline} on two logarithmic axes. */
final class RooflinePlot {

    /** What the two kinds of dots and the two lines are. */
    static final List<Heading.Entry> LEGEND = List.of(new Heading.Entry("prefill", Ink.WEIGHTS, Heading.Mark.DOT),
            new Heading.Entry("decode", Ink.KV, Heading.Mark.DIAMOND),
            new Heading.Entry("peak", Ink.TEXT, Heading.Mark.LEVEL),
            new Heading.Entry("at MFU and MBU", Ink.BASELINE, Heading.Mark.DASHED));

    private static final double PLATE = 0.8;
    private static final double NAME_GAP_EM = 0.15;
    private static final double ROOM_ABOVE = 2.5;
    private static final double ROOM_BELOW = 2;
    private static final double LEAST_RADIUS_EM = 0.25;
    private static final double MORE_RADIUS_EM = 0.5;

    private final Pen pen;
    private final Roofline roofline;
    private final Formatter format;
    private final LogAxis across;
    private final LogAxis up;
    private final Box plot;

    RooflinePlot(Pen pen, Box area, Roofline roofline, Formatter format) {
        this.pen = pen;
        this.roofline = roofline;
        this.format = format;
        List<Operation> operations = roofline.operations();
        this.across = LogAxis.of(Stream.concat(operations.stream().map(Operation::intensity),
                Stream.of(roofline.ridge() / 4, roofline.ridge() * 8)).mapToDouble(v -> v).toArray());
        this.up = LogAxis.of(Stream.concat(operations.stream().map(o -> o.flopPerSecond() / ROOM_BELOW),
                Stream.of(roofline.peakFlops() * ROOM_ABOVE)).mapToDouble(v -> v).toArray());
        double line = pen.lineHeight(pen.small());
        double left = ticks(up, area.height()).stream().mapToDouble(t -> pen.width(pen.small(), flops(t))).max()
                .orElse(0);
        this.plot = Box.between(Math.ceil(area.x() + left + pen.em() * 0.6), Math.round(area.y() + line * 0.6),
                Math.floor(area.right() - pen.em() * 0.4), Math.floor(area.bottom() - 2 * line - pen.em() * 0.3));
    }

    private List<Double> ticks(LogAxis axis, double room) {
        return axis.ticks((int) Math.max(2, room / (4 * pen.em())));
    }

    private String flops(double value) {
        return LogAxis.label(value, format, Dimension.FLOP_PER_SECOND);
    }

    private double x(double intensity) {
        return plot.x() + plot.width() * across.fraction(intensity);
    }

    private double y(double flopPerSecond) {
        return plot.bottom() - plot.height() * up.fraction(flopPerSecond);
    }

    /** Paints it; names stand where they leave room for the numbers of notes. */
    List<Spot> draw(Function<Operation, String> words, Predicate<String> isPinned) {
        axes();
        GraphicsContext gc = pen.gc();
        pen.clip(plot);
        roof(roofline::assumedRoof, roofline.ridge() * roofline.mfu() / roofline.mbu(), pen.color(Ink.BASELINE), 1.5,
                5, 4);
        roof(roofline::roof, roofline.ridge(), pen.color(Ink.TEXT), 2);
        gc.restore();
        List<Operation> bySize = new ArrayList<>(roofline.operations());
        bySize.sort(Comparator.comparingDouble(Operation::share).reversed());
        List<Box> taken = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        for (Operation operation : bySize) {
            double r = radius(operation);
            Box box = new Box(x(operation.intensity()) - r, y(operation.flopPerSecond()) - r, 2 * r, 2 * r);
            taken.add(box);
            String key = NoteAnchor.operation(operation.phase().label(), operation.name());
            spots.add(new Spot(key, box, () -> words.apply(operation)));
            if (isPinned.test(key)) {
                taken.add(new Box(box.right(), box.centerY() - pen.em(), 2 * pen.em(), 2 * pen.em()));
            }
        }
        for (Operation operation : bySize) {
            glyph(operation).draw(gc, x(operation.intensity()), y(operation.flopPerSecond()), radius(operation),
                    pen.palette().faded(ink(operation), 0.85));
        }
        bySize.forEach(operation -> name(operation, taken));
        return spots;
    }

    private void axes() {
        double line = pen.lineHeight(pen.small());
        for (double tick : ticks(up, plot.height())) {
            pen.level(plot.x(), plot.right(), y(tick), 1, pen.color(Ink.GRID));
            pen.text(flops(tick), plot.x() - pen.em() * 0.4, y(tick) - line / 2, Pen.Align.RIGHT, pen.small(),
                    pen.color(Ink.MUTED));
        }
        double free = plot.x() - pen.em();
        double top = plot.bottom() + pen.em() * 0.25;
        for (double tick : ticks(across, plot.width())) {
            pen.upright(x(tick), plot.y(), plot.bottom(), 1, pen.color(Ink.GRID));
            String text = LogAxis.label(tick, format, Dimension.COUNT);
            double half = pen.width(pen.small(), text) / 2;
            if (x(tick) - half > free && x(tick) + half <= plot.right() + pen.em() * 0.4) {
                pen.text(text, x(tick), top, Pen.Align.CENTER, pen.small(), pen.color(Ink.MUTED));
                free = x(tick) + half + pen.em() * 0.5;
            }
        }
        pen.level(plot.x(), plot.right(), plot.bottom(), 1, pen.color(Ink.LINE));
        pen.text("FLOP per byte of HBM", plot.right(), top + line, Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
    }

    private void roof(DoubleUnaryOperator height, double ridge, Color color, double width, double... dashes) {
        GraphicsContext gc = pen.gc();
        gc.setStroke(color);
        gc.setLineWidth(width);
        gc.setLineDashes(dashes);
        double low = across.low() / 2;
        double high = across.high() * 2;
        gc.strokePolyline(new double[] {x(low), x(ridge), x(high)},
                new double[] {y(height.applyAsDouble(low)), y(height.applyAsDouble(ridge)), y(height.applyAsDouble(high))}, 3);
        gc.setLineDashes();
    }

    private double radius(Operation operation) {
        return pen.em() * (LEAST_RADIUS_EM + MORE_RADIUS_EM * Math.sqrt(operation.share()));
    }

    private static Glyph glyph(Operation operation) {
        return operation.phase() == Phase.PREFILL ? Glyph.CIRCLE : Glyph.DIAMOND;
    }

    private static Ink ink(Operation operation) {
        return operation.phase() == Phase.PREFILL ? Ink.WEIGHTS : Ink.KV;
    }

    /** The name beside its dot, where nothing is yet and neither roof passes; none where there is no such place. */
    private void name(Operation operation, List<Box> taken) {
        double width = pen.width(pen.small(), operation.name());
        double line = pen.lineHeight(pen.small());
        double r = radius(operation) + pen.em() * 0.2;
        double cx = x(operation.intensity());
        double cy = y(operation.flopPerSecond());
        // under the slope first, which is where a dot on it has most room
        List<Box> places = List.of(new Box(cx + r, cy - line * 0.25, width, line),
                new Box(cx - width / 2, cy + r, width, line), new Box(cx, cy + r, width, line),
                new Box(cx + r, cy - line / 2, width, line), new Box(cx - r - width, cy - line / 2, width, line),
                new Box(cx - r - width, cy - line, width, line), new Box(cx - width / 2, cy - r - line, width, line));
        places.stream().filter(place -> isFree(place, taken)).findFirst().ifPresent(place -> {
            pen.fill(place, pen.palette().faded(Ink.SURFACE, PLATE));
            pen.text(operation.name(), place.x(), place.y(), Pen.Align.LEFT, pen.small(), pen.color(Ink.TEXT));
            taken.add(place);
        });
    }

    private boolean isFree(Box place, List<Box> taken) {
        return place.x() >= plot.x() && place.right() <= plot.right() && place.y() >= plot.y()
                && place.bottom() <= plot.bottom() && taken.stream().noneMatch(place.grown(pen.em() * NAME_GAP_EM)::overlaps)
                && !isCrossed(place, roofline::roof) && !isCrossed(place, roofline::assumedRoof);
    }

    /** Whether a roof, which never falls, passes through a place: at its left not above it and at its right not below. */
    private boolean isCrossed(Box place, DoubleUnaryOperator roof) {
        double left = y(roof.applyAsDouble(intensity(place.x())));
        double right = y(roof.applyAsDouble(intensity(place.right())));
        return left >= place.y() && right <= place.bottom();
    }

    private double intensity(double x) {
        return across.value((x - plot.x()) / plot.width());
    }
}
