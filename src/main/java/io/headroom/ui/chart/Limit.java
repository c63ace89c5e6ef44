package io.headroom.ui.chart;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;

/**
 * A line that values should not cross, with the words that stand at it.
 *
 * @param value where the line is, in SI units
 * @param name "capacity", "limit"
 * @param valueText "64.0 GB"
 * @param verdict "46 % free", "over by 21.0 GB"; empty if the line only informs
 * @param state how close things are to it
 */
public record Limit(double value, String name, String valueText, String verdict, State state) {

    /** How close things are to a limit. */
    public enum State { INFORMS, MET, CLOSE, OVER }

    /** Less free than this share of the limit is close. */
    public static final double CLOSE_BELOW = 0.1;

    /** A limit that {@code actual} is held against. */
    public static Limit of(String name, double value, double actual, Formatter formatter, Dimension dimension) {
        double free = 1 - actual / value;
        State state = actual > value ? State.OVER : free < CLOSE_BELOW ? State.CLOSE : State.MET;
        String verdict = state == State.OVER
                ? "over by " + formatter.text(actual - value, dimension)
                : formatter.share(free) + " free";
        return new Limit(value, name, formatter.text(value, dimension), verdict, state);
    }

    /** A line that only informs, thin. */
    public static Limit informing(String name, double value, Formatter formatter, Dimension dimension) {
        return new Limit(value, name, formatter.text(value, dimension), "", State.INFORMS);
    }

    /** "64.0 GB capacity, 46 % free" for readers aloud. */
    String sentence() {
        return valueText + " " + name + (verdict.isEmpty() ? "" : ", " + verdict);
    }

    /** The verdict with its glyph, so that the colour is not alone. */
    String marked() {
        return switch (state) {
            case INFORMS -> verdict;
            case MET -> "✓ " + verdict;
            case CLOSE -> "! " + verdict;
            case OVER -> "✗ " + verdict;
        };
    }
}
