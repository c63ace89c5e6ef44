package io.headroom.ui.whatif;

import io.headroom.explore.whatif.FeasibilityMap;
import io.headroom.explore.whatif.FeasibilityMap.Cell;
import io.headroom.explore.whatif.FeasibilityMap.Hindrance;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Hatch;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Where two inputs may go: cells that work are shaded by the metric, others carry the letter of what hinders them. */
final class MapChart extends ChartCanvas {

    private static final double PALEST = 0.12;
    private static final double STRONGEST = 0.75;
    // capital letters leave the rest of their line free
    private static final double LETTER_SHARE = 0.8;

    /**
     * What the chart shows.
     *
     * @param map the cells
     * @param plan the plan on screen
     * @param baseline the plan it is compared with
     * @param format writes the numbers
     */
    record Model(FeasibilityMap map, Plan plan, Plan baseline, Formatter format) {

        String words(int column, int row) {
            Cell cell = map.at(column, row);
            String where = map.x().symbol() + " " + map.x().text(map.xs().get(column), format) + ", "
                    + map.y().symbol() + " " + map.y().text(map.ys().get(row), format);
            String value = map.metric().label() + " " + format.text(cell.value(), map.metric().dimension());
            return where + "\n" + value + (cell.works() ? "\n" + limits() : "\n" + cell.reason());
        }

        /** What is met by the cells that work. */
        String limits() {
            return map.leftOut().isEmpty() ? "every limit is met"
                    : "every limit is met but " + String.join(", ", map.leftOut()) + ", missed everywhere";
        }

        boolean isAt(Plan at, int column, int row) {
            return map.x().valueIn(at) == map.xs().get(column) && map.y().valueIn(at) == map.ys().get(row);
        }
    }

    private Model model;
    // the mouse may come before the next pulse
    private Model painted;
    private Box plot;
    // null where cells are too small for any
    private Font letters;

    MapChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.map");
    }

    /** Shows {@code now} from the next pulse on. */
    void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            redraw();
        }
    }

    /** The map on screen. */
    FeasibilityMap painted() {
        return painted.map();
    }

    /** Column and row of it that a spot stands for. */
    static int[] placeOf(Spot spot) {
        return Arrays.stream(spot.key().split("/")).skip(1).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    protected String sentence() {
        if (model == null) {
            return "";
        }
        long working = model.map().cells().stream().filter(Cell::works).count();
        return "Map of " + model.map().x().label() + " and " + model.map().y().label() + ": " + model.limits() + ", in "
                + working + " of " + model.map().cells().size() + " cells";
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        painted = model;
        FeasibilityMap map = model.map();
        Box below = Heading.draw(pen, area, map.x().title() + " × " + map.y().title(),
                map.metric().label(), legend());
        double line = pen.lineHeight(pen.small());
        double names = map.ys().stream().mapToDouble(v -> pen.width(pen.small(), map.y().text(v, model.format()))).max()
                .orElse(0);
        plot = Box.between(Math.ceil(below.x() + names + pen.em() * 0.6), below.y(), below.right(),
                below.bottom() - line - pen.em() * 0.4);
        List<Spot> spots = new ArrayList<>(map.cells().size());
        double[] range = range();
        letters = letters(pen);
        for (int row = 0; row < map.ys().size(); row++) {
            for (int column = 0; column < map.xs().size(); column++) {
                spots.add(cell(pen, column, row, range));
            }
        }
        labels(pen);
        place(pen, model.baseline(), Ink.BASELINE, true);
        place(pen, model.plan(), Ink.TEXT, false);
        return spots;
    }

    private List<Heading.Entry> legend() {
        List<Heading.Entry> entries = new ArrayList<>(List.of(
                new Heading.Entry("darker is more", Ink.ACCENT, Heading.Mark.KIND),
                new Heading.Entry("not legal", Ink.MUTED, Heading.Mark.PEAK),
                new Heading.Entry("M does not fit", Ink.MUTED, Heading.Mark.NONE),
                new Heading.Entry("R misses a requirement", Ink.MUTED, Heading.Mark.NONE)));
        if (!model.map().leftOut().isEmpty()) {
            entries.add(new Heading.Entry("! missed everywhere, left out: " + String.join(", ", model.map().leftOut()),
                    Ink.MUTED, Heading.Mark.NONE));
        }
        return entries;
    }

    /** Logarithms of the least and the largest value among working cells. */
    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Cell cell : model.map().cells()) {
            if (cell.works() && cell.value() > 0) {
                low = Math.min(low, Math.log(cell.value()));
                high = Math.max(high, Math.log(cell.value()));
            }
        }
        return new double[] {low, high};
    }

    private Box box(int column, int row) {
        double w = plot.width() / model.map().xs().size();
        double h = plot.height() / model.map().ys().size();
        // rows grow upwards, as axes do
        return Box.between(Math.round(plot.x() + column * w), Math.round(plot.bottom() - (row + 1) * h),
                Math.round(plot.x() + (column + 1) * w) - 1, Math.round(plot.bottom() - row * h) - 1);
    }

    /** The largest type in which a letter has room in every cell: small type, else the smallest that can be read. */
    private Font letters(Pen pen) {
        double width = Math.floor(plot.width() / model.map().xs().size());
        double height = Math.floor(plot.height() / model.map().ys().size());
        return Stream.of(pen.small(), pen.smallest()).filter(font -> width > pen.width(font, "M")
                && height > pen.lineHeight(font) * LETTER_SHARE).findFirst().orElse(null);
    }

    private Spot cell(Pen pen, int column, int row, double[] range) {
        Cell cell = model.map().at(column, row);
        Box box = box(column, row);
        Optional<Hindrance> hindrance = cell.hindrance();
        if (hindrance.isEmpty()) {
            double share = range[1] > range[0] ? (Math.log(cell.value()) - range[0]) / (range[1] - range[0]) : 0.5;
            pen.fill(box, pen.palette().faded(Ink.ACCENT, PALEST + (STRONGEST - PALEST) * share));
        } else if (hindrance.get() == Hindrance.NOT_LEGAL) {
            pen.hatch(box, Hatch.RISING, pen.palette().faded(Ink.MUTED, 0.35));
        } else {
            pen.fill(box, pen.color(Ink.SUBTLE));
            if (letters != null) {
                pen.text(String.valueOf(hindrance.get().letter()), box.centerX(),
                        box.centerY() - pen.lineHeight(letters) / 2, Pen.Align.CENTER, letters, pen.color(Ink.MUTED));
            }
        }
        Model now = model;
        return new Spot("map/" + column + "/" + row, box, () -> now.words(column, row));
    }

    private void labels(Pen pen) {
        FeasibilityMap map = model.map();
        double free = plot.x() - pen.em();
        for (int column = 0; column < map.xs().size(); column++) {
            String text = map.x().text(map.xs().get(column), model.format());
            double width = pen.width(pen.small(), text);
            double x = Math.min(box(column, 0).centerX(), plot.right() - width / 2);
            if (x - width / 2 >= free) {
                pen.text(text, x, plot.bottom() + pen.em() * 0.2, Pen.Align.CENTER, pen.small(), pen.color(Ink.MUTED));
                free = x + width / 2 + pen.em() * 0.6;
            }
        }
        double last = plot.bottom() + pen.lineHeight(pen.small());
        for (int row = 0; row < map.ys().size(); row++) {
            double y = box(0, row).centerY() - pen.lineHeight(pen.small()) / 2;
            if (y + pen.lineHeight(pen.small()) <= last) {
                pen.text(map.y().text(map.ys().get(row), model.format()), plot.x() - pen.em() * 0.4, y, Pen.Align.RIGHT,
                        pen.small(), pen.color(Ink.MUTED));
                last = y;
            }
        }
    }

    private void place(Pen pen, Plan at, Ink ink, boolean isDashed) {
        Color color = pen.color(ink);
        for (int row = 0; row < model.map().ys().size(); row++) {
            for (int column = 0; column < model.map().xs().size(); column++) {
                if (model.isAt(at, column, row)) {
                    pen.outline(box(column, row).grown(1), color, 2, isDashed);
                }
            }
        }
    }
}
