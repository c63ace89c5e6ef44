package io.headroom.ui.whatif;

import io.headroom.explore.whatif.Sensitivity;
import io.headroom.explore.whatif.Sensitivity.Swing;
import io.headroom.explore.whatif.Step;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.canvas.TextMeasure;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** A notch down and a notch up of every input, the one that moves the metric most on top: a tornado. */
final class TornadoChart extends ChartCanvas {

    private static final double ROW_EM = 2.1;
    private static final double MOST_NAMES = 0.46;
    // beyond three times the metric a bar only points
    private static final double MOST_CHANGE = 2;

    /**
     * What the chart shows.
     *
     * @param sensitivity what every notch does
     * @param format writes the numbers
     */
    record Model(Sensitivity sensitivity, Formatter format) {

        List<Swing> moving() {
            return sensitivity.swings().stream().filter(s -> s.most(sensitivity.now()) > 0).toList();
        }

        double change(Step step) {
            return step.value() / sensitivity.now() - 1;
        }

        String delta(Step step) {
            return format.delta(step.value() - sensitivity.now(), sensitivity.metric().dimension());
        }

        String words(Step step) {
            return step.text() + "\n" + sensitivity.metric().label() + " "
                    + format.text(step.value(), sensitivity.metric().dimension()) + " (" + delta(step) + ")"
                    + "\nclick does it";
        }
    }

    private Model model;
    private Box plot;
    private double scale;

    TornadoChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.tornado");
    }

    /** Shows {@code now} from the next pulse on. */
    void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            redraw();
        }
    }

    /** The move that a spot stands for. */
    Optional<Step> stepAt(Spot spot) {
        return model.moving().stream().filter(s -> spot.key().startsWith(s.name() + "/"))
                .findFirst().flatMap(s -> spot.key().endsWith("/up") ? s.up() : s.down());
    }

    @Override
    protected String sentence() {
        if (model == null || model.moving().isEmpty()) {
            return "Sensitivity: no notch of any input moves this metric";
        }
        Swing first = model.moving().getFirst();
        return "Sensitivity of " + model.sensitivity().metric().label() + ": " + first.name() + " moves it most";
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        Box below = Heading.draw(pen, area, "One notch of every input", "what it does to "
                + model.sensitivity().metric().label(), List.of(
                        new Heading.Entry("notch down", Ink.KV, Heading.Mark.KIND),
                        new Heading.Entry("notch up", Ink.WEIGHTS, Heading.Mark.KIND)));
        List<Swing> swings = model.moving();
        if (swings.isEmpty()) {
            Heading.empty(pen, below, "No notch of any input moves this metric.");
            return List.of();
        }
        double row = Math.round(ROW_EM * pen.em());
        int rows = (int) Math.min(swings.size(), Math.max(1, Math.floor((below.height() - row) / row)));
        double names = Math.round(Math.min(below.width() * MOST_NAMES, swings.stream().limit(rows)
                .mapToDouble(s -> pen.width(pen.small(), name(s)) + 1).max().orElse(0)));
        double value = pen.width(pen.small(), "−88.8 ms") + pen.em() * 0.6;
        plot = Box.between(below.x() + names + value, below.y(), below.right() - value, below.y() + rows * row);
        double most = swings.stream().flatMap(s -> java.util.stream.Stream.of(s.down(), s.up()))
                .flatMap(Optional::stream).mapToDouble(s -> Math.abs(model.change(s))).filter(Double::isFinite)
                .max().orElse(1);
        scale = plot.width() / 2 / Math.min(MOST_CHANGE, most);
        pen.upright(plot.centerX(), plot.y(), plot.bottom(), 1, pen.color(Ink.LINE));
        String now = model.format().text(model.sensitivity().now(), model.sensitivity().metric().dimension());
        pen.text("now " + now, plot.centerX(), plot.bottom() + pen.em() * 0.2, Pen.Align.CENTER, pen.smallStrong(),
                pen.color(Ink.TEXT));
        if (rows < swings.size()) {
            pen.text((swings.size() - rows) + " more move it less", below.x(), plot.bottom() + pen.em() * 0.2,
                    Pen.Align.LEFT, pen.small(), pen.color(Ink.MUTED));
        }
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (i > 0) {
                pen.level(below.x(), below.right(), plot.y() + i * row, 1, pen.color(Ink.GRID));
            }
            row(pen, swings.get(i), below.x(), names, plot.y() + i * row, row, spots);
        }
        return spots;
    }

    private String name(Swing swing) {
        return swing.name() + (swing.isNonMonotonic(model.sensitivity().now()) ? " ∨" : "");
    }

    private void row(Pen pen, Swing swing, double left, double names, double y, double height, List<Spot> spots) {
        String name = TextMeasure.elided(pen.small(), name(swing), names);
        pen.text(name, left, y + (height - pen.lineHeight(pen.small())) / 2, Pen.Align.LEFT, pen.small(),
                pen.color(Ink.TEXT));
        double half = Math.floor(height * 0.42);
        swing.down().ifPresent(s -> bar(pen, s, swing.name() + "/down", Ink.KV, y + height * 0.06, half, spots));
        swing.up().ifPresent(s -> bar(pen, s, swing.name() + "/up", Ink.WEIGHTS, y + height * 0.06 + half, half, spots));
    }

    private void bar(Pen pen, Step step, String key, Ink ink, double y, double height, List<Spot> spots) {
        double change = model.change(step);
        if (!Double.isFinite(change)) {
            return;
        }
        double from = Math.round(plot.centerX());
        double to = Math.round(Math.clamp(from + change * scale, plot.x(), plot.right()));
        Box bar = Box.between(Math.min(from, to), Math.round(y), Math.max(from, to), Math.round(y) + height - 1);
        pen.kind(bar, ink);
        if (change != 0) {
            double text = y + (height - pen.lineHeight(pen.small())) / 2;
            pen.text(model.delta(step), change > 0 ? to + pen.em() * 0.3 : to - pen.em() * 0.3, text,
                    change > 0 ? Pen.Align.LEFT : Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
        }
        Box hit = Box.between(Math.min(bar.x(), from - pen.em()), bar.y(), Math.max(bar.right(), from + pen.em()),
                bar.bottom());
        Model painted = model;
        spots.add(new Spot(key, hit, () -> painted.words(step)));
    }
}
