package io.headroom.ui.whatif;

import io.headroom.explore.whatif.LimitShare;
import io.headroom.explore.whatif.Sweep;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;

/** Every limit of a plan in percent of itself over all legal values of one input, so that all share one line at 100 %. */
final class SweepChart extends ChartCanvas {

    private static final Ink[] LINES = {Ink.WEIGHTS, Ink.KV, Ink.ACTIVATIONS, Ink.RESERVE, Ink.EXPERTS, Ink.OVERHEAD};
    private static final double LEAST_TOP = 1.25;
    private static final double MOST_TOP = 2.5;
    private static final double STEP = 0.25;
    private static final double TINT = 0.06;
    private static final double RIGHT_EM = 0.3;

    /**
     * What the chart shows.
     *
     * @param sweep the points
     * @param baseline the baseline's value of the input, NaN where there is none
     * @param format writes the numbers
     */
    record Model(Sweep sweep, double baseline, Formatter format) {

        List<LimitShare> shares(int point) {
            return LimitShare.of(sweep.points().get(point).judgement());
        }

        String text(double value) {
            return sweep.input().text(value, format);
        }

        int indexOf(double value) {
            for (int i = 0; i < sweep.points().size(); i++) {
                if (sweep.points().get(i).value() == value) {
                    return i;
                }
            }
            return -1;
        }

        String words(int point) {
            Sweep.Point at = sweep.points().get(point);
            StringBuilder words = new StringBuilder(sweep.input().symbol()).append(' ').append(text(at.value()))
                    .append(": ").append(at.judgement().verdict().word());
            for (LimitShare share : shares(point)) {
                words.append('\n').append(share.metric().label()).append(' ').append(format.share(share.share()))
                        .append(" of ").append(format.text(share.limit(), share.metric().dimension()));
            }
            return words.toString();
        }
    }

    private Model model;
    // the mouse may come before the next pulse
    private Model painted;
    private Box plot;
    private double top;

    SweepChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.sweep");
    }

    /** Shows {@code now} from the next pulse on. */
    void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            redraw();
        }
    }

    /** The points on screen. */
    Sweep painted() {
        return painted.sweep();
    }

    /** The value of the input that {@code spot} stands for. */
    double valueOf(Spot spot) {
        return painted().points().get(Integer.parseInt(spot.key().substring(spot.key().indexOf('/') + 1))).value();
    }

    @Override
    protected String sentence() {
        if (model == null) {
            return "";
        }
        double low = model.sweep().smallestPassing();
        double high = model.sweep().largestPassing();
        String passing = Double.isNaN(low) ? "no value meets every limit" : "limits are met from " + model.text(low)
                + " to " + model.text(high);
        return "What if " + model.sweep().input().label() + " changes: " + passing + ", now "
                + model.text(model.sweep().now());
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        List<LimitShare> names = model.shares(Math.max(0, model.indexOf(model.sweep().now())));
        List<Heading.Entry> legend = new ArrayList<>();
        for (int line = 0; line < names.size(); line++) {
            legend.add(new Heading.Entry(names.get(line).metric().label(), ink(line), Heading.Mark.KIND));
        }
        Box below = Heading.draw(pen, area, "What if " + model.sweep().input().title() + " changes",
                "in percent of each limit", legend);
        if (model.sweep().points().size() < 2 || names.isEmpty()) {
            Heading.empty(pen, below, "No other value of " + model.sweep().input().label() + " is legal here.");
            return List.of();
        }
        double line = pen.lineHeight(pen.small());
        plot = Box.between(below.x() + Math.ceil(pen.width(pen.small(), "250 %") + pen.em() * 0.5), below.y() + line / 2,
                below.right() - pen.em() * RIGHT_EM, below.bottom() - line - pen.em() * 0.4);
        top = top();
        axes(pen);
        List<Spot> spots = columns();
        marks(pen);
        for (int i = 0; i < names.size(); i++) {
            line(pen, i);
        }
        return spots;
    }

    private double top() {
        double most = LEAST_TOP;
        for (int i = 0; i < model.sweep().points().size(); i++) {
            for (LimitShare share : model.shares(i)) {
                most = share.share() > most ? share.share() : most;
            }
        }
        return Math.min(MOST_TOP, Math.ceil(most / STEP) * STEP);
    }

    private double x(int point) {
        return plot.x() + (point + 0.5) * plot.width() / model.sweep().points().size();
    }

    private double y(double share) {
        return plot.bottom() - Math.clamp(share / top, 0, 1) * plot.height();
    }

    private void axes(Pen pen) {
        pen.fill(Box.between(plot.x(), plot.y(), plot.right(), y(1)), pen.palette().faded(Ink.OVER, TINT));
        for (double share = 0; share <= top + STEP / 2; share += 2 * STEP) {
            pen.level(plot.x(), plot.right(), y(share), 1, pen.color(share == 0 ? Ink.LINE : Ink.GRID));
            pen.text(model.format().share(share), plot.x() - pen.em() * 0.4,
                    y(share) - pen.lineHeight(pen.small()) / 2, Pen.Align.RIGHT, pen.small(), pen.color(Ink.MUTED));
        }
        pen.level(plot.x(), plot.right(), y(1) - 1, 2, pen.color(Ink.TEXT));
        int now = model.indexOf(model.sweep().now());
        double free = plot.x();
        double ownWidth = pen.width(pen.smallStrong(), model.text(model.sweep().now()));
        double own = inside(pen, x(now), ownWidth);
        double half = ownWidth / 2 + pen.em() * 0.4;
        for (int i = 0; i < model.sweep().points().size(); i++) {
            String text = model.text(model.sweep().points().get(i).value());
            double width = i == now ? ownWidth : pen.width(pen.small(), text);
            double middle = inside(pen, x(i), width);
            boolean covers = i != now && middle + width / 2 > own - half && middle - width / 2 < own + half;
            if (middle - width / 2 >= free && !covers) {
                pen.text(text, middle, plot.bottom() + pen.em() * 0.3, Pen.Align.CENTER,
                        i == now ? pen.smallStrong() : pen.small(), pen.color(i == now ? Ink.ACCENT : Ink.MUTED));
                free = middle + width / 2 + pen.em() * 0.5;
            }
        }
    }

    /** The middle of a text of this width that is to stand at {@code x} but ends before the chart does. */
    private double inside(Pen pen, double x, double width) {
        return Math.min(x, plot.right() + pen.em() * RIGHT_EM - width / 2);
    }

    /** Where the plan is and where the baseline is. */
    private void marks(Pen pen) {
        pen.upright(x(model.indexOf(model.sweep().now())) - 1, plot.y(), plot.bottom(), 2, pen.color(Ink.ACCENT));
        int base = model.indexOf(model.baseline());
        if (base >= 0 && model.baseline() != model.sweep().now()) {
            pen.uprightLine(x(base), plot.y(), plot.bottom(), pen.color(Ink.BASELINE), 1.5, true);
        }
    }

    private void line(Pen pen, int line) {
        Color color = pen.color(ink(line));
        double px = Double.NaN;
        double py = Double.NaN;
        for (int i = 0; i < model.sweep().points().size(); i++) {
            List<LimitShare> shares = model.shares(i);
            double share = line < shares.size() ? shares.get(line).share() : Double.NaN;
            if (Double.isNaN(share)) {
                px = Double.NaN;
                continue;
            }
            double nx = x(i);
            double ny = y(share);
            if (!Double.isNaN(px)) {
                pen.gc().setStroke(color);
                pen.gc().setLineWidth(2);
                pen.gc().strokeLine(px, py, nx, ny);
            }
            mark(pen, line, nx, ny, share > top, color);
            px = nx;
            py = ny;
        }
    }

    /** Each line has a mark of its own, so that colour is not alone; what leaves the chart points up. */
    private void mark(Pen pen, int line, double x, double y, boolean isBeyond, Color color) {
        double r = pen.em() * 0.24;
        pen.gc().setFill(color);
        if (isBeyond || line % 3 == 2) {
            pen.gc().fillPolygon(new double[] {x - r * 1.2, x + r * 1.2, x}, new double[] {y + r, y + r, y - r}, 3);
        } else if (line % 3 == 1) {
            pen.gc().fillRect(x - r, y - r, 2 * r, 2 * r);
        } else {
            pen.gc().fillOval(x - r, y - r, 2 * r, 2 * r);
        }
    }

    private List<Spot> columns() {
        List<Spot> spots = new ArrayList<>();
        double half = plot.width() / model.sweep().points().size() / 2;
        painted = model;
        Model now = model;
        for (int i = 0; i < model.sweep().points().size(); i++) {
            int point = i;
            spots.add(new Spot("sweep/" + i, Box.between(x(i) - half, plot.y(), x(i) + half, plot.bottom()),
                    () -> now.words(point)));
        }
        return spots;
    }

    private static Ink ink(int line) {
        return LINES[line % LINES.length];
    }
}
