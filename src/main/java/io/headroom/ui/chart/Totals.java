package io.headroom.ui.chart;

import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** The numbers on top of upright bars: on all of them if they fit side by side, else on the highest one only. */
final class Totals {

    /** No number with its unit fits into less, so that many bars need not be measured. */
    private static final double NARROWEST_EM = 2.2;

    private final Pen pen;
    private final ColumnPlot plot;
    private final Columns columns;
    private final double limitY;
    private final List<Box> drawn = new ArrayList<>();

    Totals(Pen pen, ColumnPlot plot, Columns columns, double limitY) {
        this.pen = pen;
        this.plot = plot;
        this.columns = columns;
        this.limitY = limitY;
    }

    /** Paints them and says where. */
    List<Box> draw(List<Box> bars, List<Box> peaks) {
        boolean all = fit(bars, peaks);
        Bar worst = columns.worst();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = columns.bars().get(i);
            if (!all && bar != worst) {
                continue;
            }
            double ghost = bar.ghost().isEmpty() ? -1 : plot.y(bar.ghostTotal());
            boolean over = bar.total() > columns.limit();
            Color color = pen.color(over ? Ink.OVER : columns.isGreyed() ? Ink.MUTED : Ink.TEXT);
            number(columns.text(bar.total()), bars.get(i), ghost, color);
            if (all && !peaks.isEmpty() && bar.hasPeak()) {
                number(columns.text(bar.peak()), peaks.get(i), -1, pen.color(Ink.MUTED));
            }
        }
        return List.copyOf(drawn);
    }

    /** Whether all of them fit: each over its own bar where bars come in pairs, else within its slot. */
    private boolean fit(List<Box> bars, List<Box> peaks) {
        if (plot.plot().width() / bars.size() < NARROWEST_EM * pen.em()) {
            return false;
        }
        boolean pairs = !peaks.isEmpty();
        double room = pairs ? bars.getFirst().width() + pen.em() * 0.2 : plot.plot().width() / bars.size();
        for (Bar bar : columns.bars()) {
            double needed = pen.width(pen.smallStrong(), columns.text(bar.total()));
            if (bar.hasPeak()) {
                needed = Math.max(needed, pen.width(pen.smallStrong(), columns.text(bar.peak())));
            }
            if (needed + pen.em() * 0.6 > room) {
                return false;
            }
        }
        return true;
    }

    /** Right above its bar, or above the edge of the baseline or the limit line that would strike it through. */
    private void number(String text, Box bar, double ghostY, Color color) {
        double line = pen.lineHeight(pen.smallStrong());
        double half = pen.width(pen.smallStrong(), text) / 2 + pen.em() * 0.3;
        double x = Math.max(plot.plot().x() + half, Math.min(bar.centerX(), plot.plot().right() - half));
        double top = clear(clear(clear(bar.y() - line - 2, line, ghostY), line, limitY), line, ghostY);
        drawn.add(pen.plate(text, x, top, Pen.Align.CENTER, pen.smallStrong(), color));
    }

    private static double clear(double top, double line, double edge) {
        boolean struck = edge >= 0 && top < edge + 2 && top + line > edge - 2;
        return struck ? edge - line - 3 : top;
    }
}
