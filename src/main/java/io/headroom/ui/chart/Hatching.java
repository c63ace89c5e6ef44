package io.headroom.ui.chart;

import io.headroom.ui.theme.Hatch;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws patterns as lines cut to a box, crisp at every scale.
 *
 * <p>Lines are anchored to the canvas and not to the box, so that a pattern does not crawl while a bar grows.
 */
final class Hatching {

    private static final double STEP = 6;
    private static final double DENSE_STEP = 4;
    private static final double WIDE_STEP = 11;
    private static final double DOT_STEP = 5;
    private static final double SMALLEST = 5;

    private Hatching() {
    }

    static void draw(GraphicsContext gc, Box box, Hatch hatch, Color color, double scale) {
        if (hatch == Hatch.NONE || box.width() < SMALLEST || box.height() < 2) {
            return;
        }
        gc.setStroke(color);
        gc.setLineWidth(scale);
        gc.beginPath();
        switch (hatch) {
            case NONE -> { }
            case RISING -> rising(gc, box, STEP * scale);
            case FALLING -> falling(gc, box, STEP * scale);
            case HORIZONTAL -> horizontal(gc, box, DENSE_STEP * scale);
            case VERTICAL -> vertical(gc, box, DENSE_STEP * scale);
            case CROSSED -> {
                rising(gc, box, STEP * scale);
                falling(gc, box, STEP * scale);
            }
            case GRID -> {
                horizontal(gc, box, STEP * scale);
                vertical(gc, box, STEP * scale);
            }
            case DOTS -> dots(gc, box, DOT_STEP * scale, color, 1.5 * scale);
            case DENSE_DOTS -> dots(gc, box, DENSE_STEP * 0.75 * scale, color, scale);
            case DENSE_RISING -> rising(gc, box, DENSE_STEP * scale);
            case WIDE_FALLING -> falling(gc, box, WIDE_STEP * scale);
        }
        gc.stroke();
    }

    /** The strong pattern of what lies past a limit. */
    static void overflow(GraphicsContext gc, Box box, Color color, double scale) {
        if (box.isEmpty()) {
            return;
        }
        gc.setStroke(color);
        gc.setLineWidth(2 * scale);
        gc.beginPath();
        rising(gc, box, 7 * scale);
        gc.stroke();
    }

    /** Lines x + y = c. */
    private static void rising(GraphicsContext gc, Box box, double step) {
        double last = box.right() + box.bottom();
        for (double c = firstAt(box.x() + box.y(), step); c < last; c += step) {
            double left = Math.max(box.x(), c - box.bottom());
            double right = Math.min(box.right(), c - box.y());
            gc.moveTo(left, c - left);
            gc.lineTo(right, c - right);
        }
    }

    /** Lines x - y = c. */
    private static void falling(GraphicsContext gc, Box box, double step) {
        double last = box.right() - box.y();
        for (double c = firstAt(box.x() - box.bottom(), step); c < last; c += step) {
            double left = Math.max(box.x(), c + box.y());
            double right = Math.min(box.right(), c + box.bottom());
            gc.moveTo(left, left - c);
            gc.lineTo(right, right - c);
        }
    }

    private static void horizontal(GraphicsContext gc, Box box, double step) {
        for (double y = firstAt(box.y(), step); y < box.bottom(); y += step) {
            gc.moveTo(box.x(), Math.floor(y) + 0.5);
            gc.lineTo(box.right(), Math.floor(y) + 0.5);
        }
    }

    private static void vertical(GraphicsContext gc, Box box, double step) {
        for (double x = firstAt(box.x(), step); x < box.right(); x += step) {
            gc.moveTo(Math.floor(x) + 0.5, box.y());
            gc.lineTo(Math.floor(x) + 0.5, box.bottom());
        }
    }

    private static void dots(GraphicsContext gc, Box box, double step, Color color, double size) {
        gc.setFill(color);
        for (double y = firstAt(box.y(), step); y + size <= box.bottom(); y += step) {
            double shift = Math.round(y / step) % 2 == 0 ? 0 : step / 2;
            for (double x = firstAt(box.x() - shift, step) + shift; x + size <= box.right(); x += step) {
                gc.fillRect(x, y, size, size);
            }
        }
    }

    private static double firstAt(double from, double step) {
        return (Math.floor(from / step) + 1) * step;
    }
}
