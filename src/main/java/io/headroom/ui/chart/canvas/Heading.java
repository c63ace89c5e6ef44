package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Hatch;
import io.headroom.ui.theme.Ink;
import java.util.List;

/** The top of every chart: title, what it is about, legend; and the words of a chart that has nothing to show. */
public final class Heading {

    /** What stands for an entry in the legend. */
    public enum Mark { KIND, HOLLOW, PEAK, TICK, LEVEL, DASHED, DOT, RING, DIAMOND, NONE }

    public record Entry(String name, Ink ink, Mark mark) {
        public static Entry of(Kind kind) {
            return new Entry(kind.name(), kind.ink(), Mark.KIND);
        }
    }

    private static final int LEGEND_LINES = 3;
    private static final double GAP_EM = 0.9;
    private static final double TALL_EM = 16;
    private static final double SWATCH_EM = 0.85;
    private static final double RING = 1.75;

    private Heading() {
    }

    /** Paints the heading and returns what is left below it. */
    public static Box draw(Pen pen, Box area, String title, String subtitle, List<Entry> entries) {
        double end = pen.condition().isEmpty() ? area.right() : condition(pen, area);
        String shown = TextMeasure.elided(pen.strong(), title, end - area.x());
        Box head = pen.text(shown, area.x(), area.y(), Pen.Align.LEFT, pen.strong(), pen.color(Ink.TEXT));
        double below = about(pen, area, head, end, subtitle);
        double bottom = legend(pen, area, below + pen.em() * 0.25, entries);
        return Box.between(area.x(), Math.ceil(bottom + pen.em() * 0.4), area.right(), area.bottom());
    }

    /** What the chart is about: beside its title, else on a line of its own if the chart is tall, else as far as it is of use. */
    private static double about(Pen pen, Box area, Box head, double end, String subtitle) {
        double left = head.right() + pen.em() * GAP_EM;
        double needed = pen.width(pen.small(), subtitle);
        double drop = TextMeasure.ascent(pen.strong()) - TextMeasure.ascent(pen.small());
        if (needed > end - left && area.height() >= pen.em() * TALL_EM) {
            pen.text(TextMeasure.elided(pen.small(), subtitle, area.width()), area.x(), head.bottom(), Pen.Align.LEFT,
                    pen.small(), pen.color(Ink.MUTED));
            return head.bottom() + pen.lineHeight(pen.small());
        }
        if (end - left >= needed / 2) {
            pen.text(TextMeasure.elided(pen.small(), subtitle, end - left), left, area.y() + drop, Pen.Align.LEFT,
                    pen.small(), pen.color(Ink.MUTED));
        }
        return head.bottom();
    }

    private static double legend(Pen pen, Box area, double top, List<Entry> entries) {
        double x = area.x();
        double y = top;
        double line = pen.lineHeight(pen.small()) + 1;
        int lines = 1;
        for (Entry entry : entries) {
            double lead = entry.mark() == Mark.NONE ? 0 : pen.em() * (SWATCH_EM + 0.35);
            String name = TextMeasure.elided(pen.small(), entry.name(), area.width() - lead);
            double width = lead + pen.width(pen.small(), name);
            if (x > area.x() && x + width > area.right()) {
                if (++lines > LEGEND_LINES) {
                    return y + line;
                }
                x = area.x();
                y += line;
            }
            mark(pen, entry, x, y + TextMeasure.ascent(pen.small()));
            pen.text(name, x + lead, y, Pen.Align.LEFT, pen.small(), pen.color(Ink.MUTED));
            x += width + pen.em() * GAP_EM;
        }
        return entries.isEmpty() ? top : y + line;
    }

    /** The swatch sits on the baseline of its word. */
    private static void mark(Pen pen, Entry entry, double x, double baseline) {
        double size = Math.round(pen.em() * SWATCH_EM);
        Box box = new Box(Math.round(x), Math.round(baseline - size + pen.em() * 0.08), size, size);
        switch (entry.mark()) {
            case KIND -> pen.kind(box, entry.ink());
            case HOLLOW -> pen.outline(box, pen.color(entry.ink()), 1.5, true);
            case PEAK -> peak(pen, box);
            case LEVEL -> pen.level(box.x(), box.right(), box.centerY() - 1, 2, pen.color(entry.ink()));
            case DASHED -> pen.levelLine(box.x(), box.right(), box.centerY(), pen.color(entry.ink()), 1.5, true);
            case DOT -> {
                pen.gc().setFill(pen.color(entry.ink()));
                pen.gc().fillOval(box.x(), box.y(), box.width(), box.height());
            }
            case RING -> {
                pen.gc().setStroke(pen.color(entry.ink()));
                pen.gc().setLineWidth(RING);
                pen.gc().strokeOval(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
            }
            case DIAMOND -> {
                pen.gc().setFill(pen.color(entry.ink()));
                pen.gc().fillPolygon(new double[] {box.x(), box.centerX(), box.right(), box.centerX()},
                        new double[] {box.centerY(), box.y(), box.centerY(), box.bottom()}, 4);
            }
            case NONE -> { }
            case TICK -> pen.upright(box.centerX() - 1, box.y(), box.bottom(), 2, pen.color(entry.ink()));
        }
    }

    /** How a bar looks that shows what would be possible: hatched and framed, without a ground. */
    public static void peak(Pen pen, Box box) {
        pen.hatch(box, Hatch.RISING, pen.palette().faded(Ink.MUTED, 0.5));
        pen.outline(box, pen.color(Ink.MUTED), 1, false);
    }

    /** Says why there is nothing to see. */
    public static void empty(Pen pen, Box area, String reason) {
        double y = area.centerY() - pen.lineHeight(pen.regular());
        for (String line : Lines.wrapped(pen.regular(), reason, area.width() * 0.8)) {
            pen.text(line, area.centerX(), y, Pen.Align.CENTER, pen.regular(), pen.color(Ink.MUTED));
            y += pen.lineHeight(pen.regular());
        }
    }

    /** What holds only under a condition says so at the end of the title's line; returns where the title must end. */
    private static double condition(Pen pen, Box area) {
        String words = pen.condition();
        double width = Math.ceil(pen.width(pen.small(), words) + pen.em() * 0.8);
        Box plate = new Box(Math.floor(area.right() - width), area.y(), width, pen.lineHeight(pen.small()) + 2);
        pen.fill(plate, pen.color(Ink.SUBTLE));
        pen.outline(plate, pen.color(Ink.LINE), 1, false);
        pen.text(words, plate.centerX(), plate.y() + 1, Pen.Align.CENTER, pen.small(), pen.color(Ink.MUTED));
        return plate.x() - pen.em() * GAP_EM;
    }
}
