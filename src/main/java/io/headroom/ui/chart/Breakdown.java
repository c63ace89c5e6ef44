package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/**
 * A level waterfall: what a time is made of, one row a kind, each beginning where the one above ends, and the total.
 *
 * <p>Only what really adds up belongs into it. Kinds of zero are dropped; where rows run out of room, the smallest are
 * taken together.
 */
public final class Breakdown extends ChartCanvas {

    /**
     * A kind and its share.
     *
     * @param kind what it is
     * @param value SI units
     * @param note what else to say when asked ("bound by HBM bandwidth"); may be empty
     */
    public record Row(Kind kind, double value, String note) {
        public Row(Kind kind, double value) {
            this(kind, value, "");
        }
    }

    /**
     * What the chart shows.
     *
     * @param title of the chart
     * @param subtitle what it is about just now; may be empty
     * @param rows from above
     * @param totalName what the sum is called
     * @param best the best case, a thin tick on the total; NaN if unknown
     * @param whisker where measurements lie around the total
     * @param ranges where the total lies by the ranges of what it is made from
     * @param limits the first one judges; empty if none is set
     * @param ghost the baseline's total; NaN if there is none
     * @param ghostName what the baseline is called
     * @param formatter writes the numbers
     * @param dimension of the values
     * @param condition what would have to be so for this to hold ("if it fitted"); empty where it holds
     * @param emptyReason why there is nothing to show; empty if there is
     */
    public record Model(String title, String subtitle, List<Row> rows, String totalName, double best,
            Whisker whisker, Whisker ranges, List<Limit> limits, double ghost, String ghostName, Formatter formatter, Dimension dimension,
            String condition, String emptyReason) {

        public Model {
            rows = rows.stream().filter(row -> row.value() > 0).toList();
            limits = List.copyOf(limits);
        }

        /** A chart without ranges. */
        public Model(String title, String subtitle, List<Row> rows, String totalName, double best, Whisker whisker,
                List<Limit> limits, double ghost, String ghostName, Formatter formatter, Dimension dimension,
                String condition, String emptyReason) {
            this(title, subtitle, rows, totalName, best, whisker, Whisker.NONE, limits, ghost, ghostName, formatter,
                    dimension, condition, emptyReason);
        }

        /** A chart without a whisker. */
        public Model(String title, String subtitle, List<Row> rows, String totalName, double best, List<Limit> limits,
                double ghost, String ghostName, Formatter formatter, Dimension dimension, String condition,
                String emptyReason) {
            this(title, subtitle, rows, totalName, best, Whisker.NONE, limits, ghost, ghostName, formatter, dimension,
                    condition, emptyReason);
        }

        /** A chart that only says why it is empty. */
        public static Model empty(String title, String reason, Formatter formatter, Dimension dimension) {
            return new Model(title, "", List.of(), "", Double.NaN, List.of(), Double.NaN, "", formatter, dimension,
                    "", reason);
        }

        boolean isEmpty() {
            return !emptyReason.isEmpty() || rows.isEmpty();
        }

        /** Whether all of it holds only under a condition. */
        boolean isGreyed() {
            return !condition.isEmpty();
        }

        double total() {
            double sum = 0;
            for (Row row : rows) {
                sum += row.value();
            }
            return sum;
        }

        boolean hasGhost() {
            return Double.isFinite(ghost);
        }

        boolean hasBest() {
            return Double.isFinite(best);
        }

        String text(double value) {
            return formatter.text(value, dimension);
        }

        String explain(Row row) {
            String share = formatter.share(row.value() / total()) + " of " + totalName;
            String words = row.kind().name() + "\n" + text(row.value()) + " · " + share;
            return row.note().isEmpty() ? words : words + "\n" + row.note();
        }

        String explainTotal() {
            String words = totalName + "\n" + text(total())
                    + (whisker.isDrawn() ? "\nmeasurements (p10–p90) " + whisker.words() : "")
                    + (ranges.isDrawn() ? "\nby ranges (p10–p90) " + ranges.words() : "");
            return hasBest() ? words + "\nbest case " + text(best) : words;
        }

        String explainGhost() {
            return ghostName + "\n" + text(ghost) + "\nnow " + formatter.delta(total() - ghost, dimension);
        }
    }

    private Model model;
    private BreakdownPlot plot;

    public Breakdown(ObservableValue<Palette> palette) {
        super(palette);
    }

    /** Shows {@code now} from the next pulse on. */
    public void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            redraw();
        }
    }

    /** Where the bar of a row is, as painted last; for tests. */
    public Box barOf(int row) {
        return plot.bars().get(row);
    }

    /** Where the bar of the total is, as painted last; for tests. */
    public Box total() {
        return plot.total();
    }

    /** Where the line that judges is, as painted last; negative if there is none; for tests. */
    public double limitX() {
        return plot.limitX();
    }

    /** Where all words in the plot are, as painted last; for tests. */
    public List<Box> words() {
        return plot.words();
    }

    @Override
    protected String sentence() {
        if (model == null) {
            return "";
        }
        if (model.isEmpty()) {
            return model.title + ": " + model.emptyReason;
        }
        StringBuilder words = new StringBuilder(model.title).append(": ");
        words.append(model.condition.isEmpty() ? "" : model.condition + ", ").append(model.text(model.total()));
        words.append(model.limits.isEmpty() ? ", no limit set" : ", " + model.limits.getFirst().sentence());
        Row largest = model.rows.getFirst();
        for (Row row : model.rows) {
            largest = row.value() > largest.value() ? row : largest;
        }
        words.append(model.whisker.isDrawn() ? "; measurements lie at " + model.whisker.words() : "");
        words.append(model.ranges.isDrawn() ? "; by ranges it is " + model.ranges.words() : "");
        words.append("; most of it ").append(largest.kind().name()).append(' ').append(model.text(largest.value()));
        if (model.hasGhost()) {
            words.append("; ").append(model.ghostName).append(' ').append(model.text(model.ghost));
        }
        return words.toString();
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        plot = null;
        if (model == null) {
            return List.of();
        }
        pen.under(model.condition);
        Box below = Heading.draw(pen, area, model.title, model.subtitle, legend());
        if (model.isEmpty()) {
            Heading.empty(pen, below, model.emptyReason);
            return List.of();
        }
        plot = new BreakdownPlot(pen, below, model);
        return plot.draw();
    }

    private List<Heading.Entry> legend() {
        List<Heading.Entry> entries = new ArrayList<>();
        if (!model.isEmpty() && model.hasBest()) {
            String name = "best case " + model.text(model.best);
            entries.add(new Heading.Entry(name, Ink.TEXT, Heading.Mark.TICK));
        }
        if (!model.isEmpty() && model.whisker.isDrawn()) {
            entries.add(new Heading.Entry("p10–p90 " + model.whisker.words(), Ink.TEXT, Heading.Mark.LEVEL));
        }
        if (!model.isEmpty() && model.ranges.isDrawn()) {
            entries.add(new Heading.Entry("by ranges " + model.ranges.words(), Ink.ACCENT, Heading.Mark.LEVEL));
        }
        return entries;
    }
}
