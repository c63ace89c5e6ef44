package io.headroom.ui.chart;

/**
 * A rectangle on a chart, in pixels from its upper left corner.
 *
 * @param x left
 * @param y top
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

    /** From two corners. */
    static Box between(double left, double top, double right, double bottom) {
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    Box grown(double by) {
        return between(x - by, y - by, right() + by, bottom() + by);
    }

    /** The part of this box above {@code height}, which may be empty. */
    Box above(double limit) {
        return between(x, y, right(), Math.min(limit, bottom()));
    }

    Box below(double limit) {
        return between(x, Math.max(limit, y), right(), bottom());
    }

    Box leftOf(double limit) {
        return between(x, y, Math.min(limit, right()), bottom());
    }

    Box rightOf(double limit) {
        return between(Math.max(limit, x), y, right(), bottom());
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** Whether the two overlap by more than touching. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
