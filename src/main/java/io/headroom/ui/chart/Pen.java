package io.headroom.ui.chart;

import io.headroom.ui.theme.Fonts;
import io.headroom.ui.theme.Hatch;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws boxes, lines and text on a canvas with the colours and the type sizes of the moment. */
final class Pen {

    enum Align { LEFT, CENTER, RIGHT }

    /** Small text is a step smaller than the base, but never below what can be read. */
    private static final double SMALL = 0.923;
    private static final double SMALLEST_PIXELS = 12;
    private static final double DASH = 4;
    private static final double GREYED_STRENGTH = 0.4;

    final GraphicsContext gc;
    final Palette palette;
    final Font regular;
    final Font small;
    final Font strong;
    final Font smallStrong;
    /** One em of the base size. */
    final double em;
    private boolean greyed;

    Pen(GraphicsContext gc, Palette palette, Font base) {
        this.gc = gc;
        this.palette = palette;
        em = base.getSize();
        double smallSize = Math.max(SMALLEST_PIXELS, em * SMALL);
        regular = Fonts.regular(base, em);
        small = Fonts.regular(base, smallSize);
        strong = Fonts.semiBold(base, em);
        smallStrong = Fonts.semiBold(base, smallSize);
    }

    /** From now on kinds are drawn faded, as things that would be so only if something else were. */
    void grey(boolean on) {
        greyed = on;
    }

    Color color(Ink ink) {
        return palette.color(ink);
    }

    /** The colour of a kind, faded where the chart is greyed. */
    Color series(Ink ink) {
        return greyed ? palette.faded(ink, GREYED_STRENGTH).interpolate(palette.faded(Ink.MUTED, GREYED_STRENGTH), 0.5)
                : color(ink);
    }

    Color state(Limit.State state) {
        return color(switch (state) {
            case INFORMS -> Ink.MUTED;
            case MET -> Ink.OK;
            case CLOSE -> Ink.WARN;
            case OVER -> Ink.OVER;
        });
    }

    void fill(Box box, Color color) {
        if (!box.isEmpty()) {
            gc.setFill(color);
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** A box in the colour and pattern of {@code ink}. */
    void kind(Box box, Ink ink) {
        fill(box, series(ink));
        hatch(box, ink.hatch(), hatchColor());
    }

    private Color hatchColor() {
        return palette.color(Ink.SURFACE).deriveColor(0, 1, 1, greyed ? 0.6 : 0.45);
    }

    void hatch(Box box, Hatch hatch, Color color) {
        Hatching.draw(gc, box, hatch, color, em / 13);
    }

    /** A frame of {@code thickness} inside the box; dashed if told. */
    void outline(Box box, Color color, double thickness, boolean dashed) {
        if (box.width() < thickness || box.height() < thickness) {
            return;
        }
        stroke(color, thickness, dashed);
        gc.strokeRect(box.x() + thickness / 2, box.y() + thickness / 2, box.width() - thickness,
                box.height() - thickness);
        gc.setLineDashes((double[]) null);
    }

    void line(double x0, double y0, double x1, double y1, Color color, double thickness, boolean dashed) {
        stroke(color, thickness, dashed);
        gc.strokeLine(x0, y0, x1, y1);
        gc.setLineDashes((double[]) null);
    }

    private void stroke(Color color, double thickness, boolean dashed) {
        gc.setStroke(color);
        gc.setLineWidth(thickness);
        gc.setLineDashes(dashed ? new double[] {DASH, DASH * 0.75} : null);
    }

    /** A level line of whole pixels. */
    void level(double x0, double x1, double y, double thickness, Color color) {
        fill(Box.between(Math.round(x0), Math.round(y), Math.round(x1), Math.round(y) + thickness), color);
    }

    /** An upright line of whole pixels. */
    void upright(double x, double y0, double y1, double thickness, Color color) {
        fill(Box.between(Math.round(x), Math.round(y0), Math.round(x) + thickness, Math.round(y1)), color);
    }

    /** One line of text with its top at {@code top}; x is its left end, middle or right end. Where it lies. */
    Box text(String text, double x, double top, Align align, Font font, Color color) {
        double width = TextMeasure.width(font, text);
        double left = Math.round(switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        });
        gc.setFont(font);
        gc.setFill(color);
        gc.fillText(text, left, Math.round(top + TextMeasure.ascent(font)));
        return new Box(left, top, width, TextMeasure.lineHeight(font));
    }

    /** One line of text on a ground of its own, so that lines below do not strike it through. */
    Box plate(String text, double x, double top, Align align, Font font, Color color) {
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

    double width(Font font, String text) {
        return TextMeasure.width(font, text);
    }

    double lineHeight(Font font) {
        return TextMeasure.lineHeight(font);
    }
}
