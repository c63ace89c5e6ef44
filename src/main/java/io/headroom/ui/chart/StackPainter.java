package io.headroom.ui.chart;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Hatching;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.theme.Ink;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Paints one upright stacked bar: parts, what passes the limit, the hollow bar of the baseline, labels inside. */
final class StackPainter {

    private static final double GHOST_OFFSET = 3;
    private static final double GHOST_THICKNESS = 1.5;
    private static final double OVERFLOW_STRENGTH = 0.4;
    private static final double GAPS_FROM_HEIGHT = 4;
    private static final double NARROW = 26;

    private final Pen pen;
    private final double limitY;

    /** {@code limitY} is the height of the limit that bars may not pass, or negative if there is none. */
    StackPainter(Pen pen, double limitY) {
        this.pen = pen;
        this.limitY = limitY;
    }

    /** The part of a kind; a hairline of the surface sets it apart from the one below. */
    void part(Box box, Kind kind) {
        double gap = box.height() >= GAPS_FROM_HEIGHT ? 1 : 0;
        Box shown = Box.between(box.x(), box.y() + gap, box.right(), box.bottom());
        if (limitY < 0 || shown.y() >= limitY) {
            pen.kind(shown, kind.ink());
            return;
        }
        pen.kind(shown.below(limitY), kind.ink());
        Color faint = pen.color(Ink.SURFACE).interpolate(pen.series(kind.ink()), OVERFLOW_STRENGTH);
        pen.fill(shown.above(limitY), faint);
    }

    /** Hatches and frames what is past the limit. */
    void overflow(Box bar) {
        Box past = bar.above(limitY);
        if (limitY < 0 || past.isEmpty()) {
            return;
        }
        Hatching.overflow(pen.gc(), past, pen.color(Ink.OVER), pen.em() / 13);
        pen.outline(past, pen.color(Ink.OVER), Math.min(1.5, past.width() / 4), false);
    }

    /** The baseline: a hollow dashed bar a little wider than the one now. */
    void ghost(Box slot, Box bar, double top, boolean hasNeighbour) {
        double offset = Math.min(GHOST_OFFSET, Math.max(1, (slot.width() - bar.width()) / 2));
        double left = bar.x() - offset;
        double right = bar.right() + (hasNeighbour ? 1 : offset);
        Color color = pen.color(Ink.BASELINE);
        pen.levelLine(left, right, top, pen.color(Ink.SURFACE), GHOST_THICKNESS + 2, false);
        boolean narrow = bar.width() < NARROW;
        pen.levelLine(left, right, top, color, GHOST_THICKNESS, !narrow);
        if (!narrow) {
            pen.uprightLine(left, top, bar.bottom(), color, GHOST_THICKNESS, true);
            pen.uprightLine(right, top, bar.bottom(), color, GHOST_THICKNESS, true);
        }
    }

    /**
     * Name and value inside a part, as far as they fit and the top of the baseline at {@code ghostY} (negative: none) does
     * not cross them; on a ground of its own colour, so that no pattern disturbs.
     */
    void label(Box part, Kind kind, String value, double ghostY) {
        double line = pen.lineHeight(pen.small());
        Box within = limitY < 0 || part.y() >= limitY ? part : part.below(limitY + 2);
        Box free = larger(within.above(ghostY - 2), within.below(ghostY + 2));
        List<String> lines = List.of(kind.name(), value);
        if (!fits(free, lines, line)) {
            lines = List.of(value);
            if (!fits(free, lines, line)) {
                return;
            }
        }
        Color ground = pen.series(kind.ink());
        Color ink = pen.palette().textOn(ground);
        double top = free.centerY() - lines.size() * line / 2;
        for (int i = 0; i < lines.size(); i++) {
            Font font = i == lines.size() - 1 ? pen.smallStrong() : pen.small();
            double width = pen.width(font, lines.get(i)) + pen.em() * 0.5;
            pen.fill(Box.between(Math.round(free.centerX() - width / 2), Math.round(top),
                    Math.round(free.centerX() + width / 2), Math.round(top + line)), ground);
            pen.text(lines.get(i), free.centerX(), top, Pen.Align.CENTER, font, ink);
            top += line;
        }
    }

    private static Box larger(Box a, Box b) {
        return a.height() > b.height() ? a : b;
    }

    private boolean fits(Box box, List<String> lines, double line) {
        double widest = 0;
        for (String text : lines) {
            widest = Math.max(widest, pen.width(pen.smallStrong(), text));
        }
        return widest + pen.em() * 0.6 <= box.width() && lines.size() * line + 2 <= box.height();
    }
}
