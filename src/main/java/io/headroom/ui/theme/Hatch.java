package io.headroom.ui.theme;

/** The pattern that goes with a colour, so that no chart tells kinds apart by colour alone. */
public enum Hatch {
    NONE,
    /** Thin lines, lower left to upper right. */
    RISING,
    /** Thin lines, upper left to lower right. */
    FALLING,
    HORIZONTAL,
    VERTICAL,
    /** Rising and falling lines. */
    CROSSED,
    /** Horizontal and vertical lines. */
    GRID,
    DOTS,
    /** Dots set closer. */
    DENSE_DOTS,
    /** Rising lines set closer. */
    DENSE_RISING,
    /** Falling lines set wider. */
    WIDE_FALLING
}
