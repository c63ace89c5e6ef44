package io.headroom.ui.chart;

import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.TextMeasure;
import io.headroom.ui.chart.canvas.ValueAxis;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The frame of charts with upright bars: value axis on the left, one slot a category, the words of the limits on the
 * right, where no bar can run into them.
 */
final class ColumnPlot {

    private static final double LIMIT_THICKNESS = 2;
    private static final double WORDS_SHARE = 0.36;
    private static final double LABEL_GAP_EM = 0.6;
    private static final double CUT_FROM_EM = 3.5;

    /** A line of words at a limit. */
    private record Word(String text, boolean strong, Limit.State state) {
    }

    private final Pen pen;
    private final ValueAxis axis;
    private final Formatter formatter;
    private final List<Limit> limits;
    private final List<String> labels;
    // one bar that is everything needs no name
    private final boolean isAlone;
    private final Box plot;
    private final double wordsX;
    private final double wordsRight;
    private final List<String> tickTexts;

    ColumnPlot(Pen pen, Box area, ValueAxis axis, Formatter formatter, List<Limit> limits, List<String> labels,
            String categoryName) {
        this.pen = pen;
        this.axis = axis;
        this.formatter = formatter;
        this.limits = limits;
        this.labels = labels;
        this.isAlone = labels.size() == 1 && categoryName.isEmpty();
        double line = pen.lineHeight(pen.small());
        tickTexts = tickTexts();
        double left = Math.max(widest(tickTexts), pen.width(pen.small(), categoryName)) + pen.em() * 0.5;
        double wordsWidth = wordsWidth();
        double words = Math.min(wordsWidth, area.width() * WORDS_SHARE);
        double gap = limits.isEmpty() ? 0 : pen.em() * 0.5;
        plot = Box.between(Math.round(area.x() + left), Math.round(area.y() + line * 0.9),
                Math.floor(area.right() - words - gap), Math.round(area.bottom() - line - pen.em() * 0.2));
        wordsX = plot.right() + gap;
        wordsRight = Math.min(wordsX + wordsWidth, area.right());
        pen.text(categoryName, plot.x() - pen.em() * 0.5, plot.bottom() + pen.em() * 0.2, Pen.Align.RIGHT, pen.small(),
                pen.color(Ink.MUTED));
    }

    /** Whether anything can be drawn at all. */
    boolean isTooSmall() {
        return plot.width() < 2 * pen.em() || plot.height() < 2 * pen.em();
    }

    Box plot() {
        return plot;
    }

    double y(double value) {
        return plot.bottom() - Math.round(axis.fraction(value) * plot.height());
    }

    /** The slot of category {@code i}, in whole pixels. */
    Box slot(int i) {
        double width = plot.width() / labels.size();
        return Box.between(Math.round(plot.x() + i * width), plot.y(), Math.round(plot.x() + (i + 1) * width),
                plot.bottom());
    }

    void drawGrid() {
        List<Double> ticks = axis.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            double y = y(ticks.get(i));
            pen.level(plot.x(), plot.right(), y, 1, pen.color(i == 0 ? Ink.LINE : Ink.GRID));
            pen.text(tickTexts.get(i), plot.x() - pen.em() * 0.5, y - pen.lineHeight(pen.small()) / 2, Pen.Align.RIGHT,
                    pen.small(), pen.color(Ink.MUTED));
        }
    }

    /** The topmost tick carries the unit. */
    private List<String> tickTexts() {
        List<String> texts = new ArrayList<>();
        List<Double> ticks = axis.ticks();
        for (int i = 0; i < ticks.size(); i++) {
            String number = formatter.tick(ticks.get(i), axis.scale());
            texts.add(i == ticks.size() - 1 ? number + " " + axis.scale().unit() : number);
        }
        return texts;
    }

    /** Category labels; where they do not all fit, a few are cut and of many every second, fourth, ... one is shown. */
    void drawLabels() {
        if (isAlone) {
            return;
        }
        double room = plot.width() / labels.size();
        double needed = widest(labels) + pen.em() * LABEL_GAP_EM;
        int every = 1;
        if (room >= CUT_FROM_EM * pen.em()) {
            needed = Math.min(needed, room);
        }
        while (every < labels.size() && needed > room * every) {
            every *= 2;
        }
        for (int i = 0; i < labels.size(); i += every) {
            String label = TextMeasure.elided(pen.small(), labels.get(i), room * every - pen.em() * LABEL_GAP_EM / 2);
            pen.text(label, slot(i).centerX(), plot.bottom() + pen.em() * 0.2, Pen.Align.CENTER, pen.small(),
                    pen.color(Ink.MUTED));
        }
    }

    void drawLimitLines() {
        for (Limit limit : limits) {
            boolean thin = limit.state() == Limit.State.INFORMS;
            double thickness = thin ? 1 : LIMIT_THICKNESS;
            pen.level(plot.x(), plot.right() + pen.em() * 0.25, y(limit.value()) - Math.floor(thickness / 2), thickness,
                    thin ? pen.color(Ink.MUTED) : limitColor(limit));
        }
    }

    private Color limitColor(Limit limit) {
        return limit.state() == Limit.State.OVER ? pen.color(Ink.OVER) : pen.color(Ink.TEXT);
    }

    /** The words of each limit beside its line, pushed apart where lines are close; the one that judges comes first. */
    List<Box> drawLimitWords() {
        List<Box> taken = new ArrayList<>();
        List<Limit> order = limits.stream()
                .sorted((a, b) -> Boolean.compare(a.state() == Limit.State.INFORMS, b.state() == Limit.State.INFORMS))
                .toList();
        for (Limit limit : order) {
            List<Word> words = words(limit).stream().flatMap(this::broken).toList();
            double height = words.size() * pen.lineHeight(pen.small());
            double top = clearOf(taken, y(limit.value()) - pen.lineHeight(pen.small()) / 2, height);
            taken.add(new Box(wordsX, top, wordsRight - wordsX, height));
            for (Word word : words) {
                String text = TextMeasure.elided(font(word), word.text, wordsRight - wordsX);
                pen.text(text, wordsX, top, Pen.Align.LEFT, font(word),
                        word.state == null ? pen.color(word.strong ? Ink.TEXT : Ink.MUTED) : pen.state(word.state));
                top += pen.lineHeight(pen.small());
            }
        }
        return taken;
    }

    private double clearOf(List<Box> taken, double top, double height) {
        double lowest = plot.bottom() - height;
        double at = Math.max(plot.y() - pen.lineHeight(pen.small()) * 0.9, Math.min(top, lowest));
        for (Box other : taken) {
            if (at < other.bottom() && other.y() < at + height) {
                boolean above = at + height / 2 <= other.centerY() && other.y() - height >= 0;
                at = above ? other.y() - height : other.bottom();
            }
        }
        return at;
    }

    private static List<Word> words(Limit limit) {
        List<Word> words = new ArrayList<>();
        if (limit.state() == Limit.State.INFORMS) {
            words.add(new Word(limit.valueText() + " " + limit.name(), false, null));
            return words;
        }
        words.add(new Word(limit.valueText(), true, null));
        words.add(new Word(limit.name(), false, null));
        String verdict = limit.marked();
        int split = verdict.indexOf(" by ") + 4;
        if (split >= 4) {
            words.add(new Word(verdict.substring(0, split - 1), false, limit.state()));
            words.add(new Word(verdict.substring(split), false, limit.state()));
        } else if (!verdict.isEmpty()) {
            words.add(new Word(verdict, false, limit.state()));
        }
        return words;
    }

    /** In two lines where one is too narrow. */
    private Stream<Word> broken(Word word) {
        int at = word.text.lastIndexOf(' ');
        return at < 0 || pen.width(font(word), word.text) <= wordsRight - wordsX ? Stream.of(word)
                : Stream.of(new Word(word.text.substring(0, at), word.strong, word.state),
                        new Word(word.text.substring(at + 1), word.strong, word.state));
    }

    private Font font(Word word) {
        return word.strong ? pen.smallStrong() : pen.small();
    }

    private double wordsWidth() {
        double widest = 0;
        for (Limit limit : limits) {
            for (Word word : words(limit)) {
                widest = Math.max(widest, pen.width(font(word), word.text));
            }
        }
        return Math.ceil(widest);
    }

    private double widest(List<String> texts) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, pen.width(pen.small(), text));
        }
        return widest;
    }
}
