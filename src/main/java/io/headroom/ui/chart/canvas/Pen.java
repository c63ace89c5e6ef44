package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Fonts;
import io.headroom.ui.theme.Hatch;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws boxes, lines and text on a canvas with the colours and the type sizes of the moment. */
public final class Pen {

    public enum Align { LEFT, CENTER, RIGHT }

    /** Small text is a step smaller than the base, but never below what can be read. */
    private static final double SMALL = 0.923;
    private static final double SMALLEST_PIXELS = 12;
    private static final double SMALLEST = 0.667;
    private static final double DASH = 4;
    private static final double GREYED_ON_LIGHT = 0.4;
    private static final double GREYED_ON_DARK = 0.55;

    private final GraphicsContext gc;
    private final Palette palette;
    private final Font regular;
    private final Font small;
    private final Font strong;
    private final Font smallStrong;
    private final Font smallest;
    private final List<Box> written = new ArrayList<>();
    private final double em;
    private String condition = "";

    Pen(GraphicsContext gc, Palette palette, Font base) {
        this.gc = gc;
        this.palette = palette;
        em = base.getSize();
        double smallSize = Math.max(SMALLEST_PIXELS, em * SMALL);
        regular = Fonts.regular(base, em);
        small = Fonts.regular(base, smallSize);
        strong = Fonts.semiBold(base, em);
        smallStrong = Fonts.semiBold(base, smallSize);
        smallest = Fonts.regular(base, Math.max(SMALLEST_PIXELS, em * SMALLEST));
    }

    /** Where everything lands. */
    public GraphicsContext gc() {
        return gc;
    }

    /**
     * Draws nothing outside {@code box} until {@code gc().restore()}. Of whole pixels: at any other clip the toolkit paints
     * what follows into pictures of its own, which it keeps, and then through a mask.
     */
    public void clip(Box box) {
        gc.save();
        gc.beginPath();
        double left = Math.floor(box.x());
        double top = Math.floor(box.y());
        gc.rect(left, top, Math.ceil(box.right()) - left, Math.ceil(box.bottom()) - top);
        gc.clip();
    }

    /** The colours of the moment. */
    public Palette palette() {
        return palette;
    }

    /** The base size, in pixels. */
    public double em() {
        return em;
    }

    public Font regular() {
        return regular;
    }

    public Font strong() {
        return strong;
    }

    public Font small() {
        return small;
    }

    public Font smallStrong() {
        return smallStrong;
    }

    /** As small as text may be. */
    public Font smallest() {
        return smallest;
    }

    /** Where text is, so that what is painted later can keep clear of it. */
    List<Box> written() {
        return written;
    }

    /** From now on kinds are drawn faded, as what would be so only {@code words}; empty for what is so. */
    public void under(String words) {
        condition = words;
    }

    public Color color(Ink ink) {
        return palette.color(ink);
    }

    /** The condition of what is drawn, empty where there is none. */
    public String condition() {
        return condition;
    }

    /** The colour of a kind, faded where the chart is greyed. */
    public Color series(Ink ink) {
        if (condition.isEmpty()) {
            return color(ink);
        }
        double strength = palette.isDark() ? GREYED_ON_DARK : GREYED_ON_LIGHT;
        return palette.faded(ink, strength).interpolate(palette.faded(Ink.MUTED, strength), 0.5);
    }

    public Color state(Limit.State state) {
        return color(switch (state) {
            case INFORMS -> Ink.MUTED;
            case MET -> Ink.OK;
            case CLOSE -> Ink.WARN;
            case OVER -> Ink.OVER;
        });
    }

    public void fill(Box box, Color color) {
        if (!box.isEmpty()) {
            gc.setFill(color);
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** A box in the colour and pattern of {@code ink}. */
    public void kind(Box box, Ink ink) {
        fill(box, series(ink));
        hatch(box, ink.hatch(), hatchColor());
    }

    private Color hatchColor() {
        return palette.color(Ink.SURFACE).deriveColor(0, 1, 1, condition.isEmpty() ? 0.45 : 0.6);
    }

    public void hatch(Box box, Hatch hatch, Color color) {
        Hatching.draw(gc, box, hatch, color, em / 13);
    }

    /** A frame of {@code thickness} inside the box; dashed if told. */
    public void outline(Box box, Color color, double thickness, boolean dashed) {
        if (box.width() < thickness || box.height() < thickness) {
            return;
        }
        double inner = box.height() - 2 * thickness;
        run(box.x(), box.y(), box.width(), true, color, thickness, dashed);
        run(box.x(), box.bottom() - thickness, box.width(), true, color, thickness, dashed);
        run(box.x(), box.y() + thickness, inner, false, color, thickness, dashed);
        run(box.right() - thickness, box.y() + thickness, inner, false, color, thickness, dashed);
    }

    /** A straight run of ink from a point, rightwards or downwards: boxes, which fill far faster than lines stroke. */
    private void run(double x, double y, double length, boolean isLevel, Color color, double thickness, boolean dashed) {
        gc.setFill(color);
        double dash = dashed ? DASH : Math.max(0, length);
        for (double at = 0; at < length; at += dashed ? DASH * 1.75 : length) {
            double piece = Math.min(dash, length - at);
            gc.fillRect(isLevel ? x + at : x, isLevel ? y : y + at, isLevel ? piece : thickness,
                    isLevel ? thickness : piece);
        }
    }

    /** A level line, dashed if told, whose middle is at {@code y}. */
    public void levelLine(double x0, double x1, double y, Color color, double thickness, boolean dashed) {
        run(x0, y - thickness / 2, x1 - x0, true, color, thickness, dashed);
    }

    /** An upright line, dashed if told, whose middle is at {@code x}. */
    public void uprightLine(double x, double y0, double y1, Color color, double thickness, boolean dashed) {
        run(x - thickness / 2, y0, y1 - y0, false, color, thickness, dashed);
    }

    /** A level line of whole pixels. */
    public void level(double x0, double x1, double y, double thickness, Color color) {
        fill(Box.between(Math.round(x0), Math.round(y), Math.round(x1), Math.round(y) + thickness), color);
    }

    /** An upright line of whole pixels. */
    public void upright(double x, double y0, double y1, double thickness, Color color) {
        fill(Box.between(Math.round(x), Math.round(y0), Math.round(x) + thickness, Math.round(y1)), color);
    }

    /** One line of text with its top at {@code top}; x is its left end, middle or right end. Where it lies. */
    public Box text(String text, double x, double top, Align align, Font font, Color color) {
        double width = TextMeasure.width(font, text);
        double left = Math.round(switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        });
        gc.setFont(font);
        gc.setFill(color);
        gc.fillText(text, left, Math.round(top + TextMeasure.ascent(font)));
        Box box = new Box(left, top, width, TextMeasure.lineHeight(font));
        written.add(box);
        return box;
    }

    /** One line of text on a ground of its own, so that lines below do not strike it through. */
    public Box plate(String text, double x, double top, Align align, Font font, Color color) {
        double pad = em * 0.3;
        double width = TextMeasure.width(font, text) + 2 * pad;
        double left = Math.round(switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        });
        Box ground = new Box(left, top, width, TextMeasure.lineHeight(font));
        fill(ground, color(Ink.SURFACE));
        text(text, left + pad, top, Align.LEFT, font, color);
        return ground;
    }

    public double width(Font font, String text) {
        return TextMeasure.width(font, text);
    }

    public double lineHeight(Font font) {
        return TextMeasure.lineHeight(font);
    }
}
