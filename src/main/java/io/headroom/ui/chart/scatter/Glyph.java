package io.headroom.ui.chart.scatter;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The form of a dot, so that colour is never alone. */
public enum Glyph {
    CIRCLE, SQUARE, TRIANGLE, DIAMOND, DOWN, CROSS, PLUS, BAR, RING;

    private static final double STROKE = 1.6;

    /** Paints it around a point, {@code radius} to each side. */
    public void draw(GraphicsContext gc, double x, double y, double radius, Color color) {
        gc.setFill(color);
        gc.setStroke(color);
        gc.setLineWidth(STROKE);
        double r = radius;
        switch (this) {
            case CIRCLE -> gc.fillOval(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> gc.fillRect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case TRIANGLE -> polygon(gc, x, y, r, 0, -1.15, 1.1, 0.85, -1.1, 0.85);
            case DOWN -> polygon(gc, x, y, r, 0, 1.15, 1.1, -0.85, -1.1, -0.85);
            case DIAMOND -> polygon(gc, x, y, r, 0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0);
            case CROSS -> {
                gc.strokeLine(x - 0.85 * r, y - 0.85 * r, x + 0.85 * r, y + 0.85 * r);
                gc.strokeLine(x - 0.85 * r, y + 0.85 * r, x + 0.85 * r, y - 0.85 * r);
            }
            case PLUS -> {
                gc.strokeLine(x - 1.1 * r, y, x + 1.1 * r, y);
                gc.strokeLine(x, y - 1.1 * r, x, y + 1.1 * r);
            }
            case BAR -> gc.fillRect(x - 1.2 * r, y - 0.45 * r, 2.4 * r, 0.9 * r);
            case RING -> gc.strokeOval(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
        }
    }

    private static void polygon(GraphicsContext gc, double x, double y, double r, double... corners) {
        int n = corners.length / 2;
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = x + r * corners[2 * i];
            ys[i] = y + r * corners[2 * i + 1];
        }
        gc.fillPolygon(xs, ys, n);
    }
}
