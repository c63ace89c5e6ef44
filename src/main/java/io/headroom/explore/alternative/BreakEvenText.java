package io.headroom.explore.alternative;

import io.headroom.explore.alternative.BreakEven.Stretch;
import io.headroom.explore.alternative.BreakEven.Winner;
import io.headroom.format.Formatter;
import java.util.List;
import java.util.stream.Collectors;

/** Who wins where, in words. */
public final class BreakEvenText {

    private static final int NAMED = 4;

    private BreakEvenText() {
    }

    /** "tp8 wins from 24 up, tp4 below." with the names of both plans. */
    public static String words(BreakEven found, String first, String second, Formatter format) {
        List<Stretch> stretches = found.stretches();
        String metric = found.metric().label();
        if (stretches.size() == 1) {
            return switch (stretches.getFirst().winner()) {
                case FIRST -> first + " wins everywhere, ";
                case SECOND -> second + " wins everywhere, ";
                case NEITHER -> "Neither wins anywhere, ";
            } + range(found, stretches.getFirst(), format) + ": " + metric + ".";
        }
        if (stretches.size() == 2) {
            Stretch low = stretches.getFirst();
            Stretch high = stretches.getLast();
            return name(high.winner(), first, second) + " from " + text(found, high.from(), format) + " up, "
                    + name(low.winner(), first, second) + " up to " + text(found, low.to(), format) + ": " + metric + ".";
        }
        String all = stretches.stream().limit(NAMED).map(s -> range(found, s, format) + " " + name(s.winner(), first, second))
                .collect(Collectors.joining("; "));
        int more = stretches.size() - NAMED;
        return metric + ": " + all + (more > 0 ? "; and " + more + " more stretches" : "") + ".";
    }

    /** Whether every value was tried. */
    public static String exactness(BreakEven found) {
        return found.isExact() ? "Every value was tried."
                : "The places of the slider were tried, and crossings between two of them halved down.";
    }

    private static String name(Winner winner, String first, String second) {
        return switch (winner) {
            case FIRST -> first + " wins";
            case SECOND -> second + " wins";
            case NEITHER -> "neither wins";
        };
    }

    private static String range(BreakEven found, Stretch stretch, Formatter format) {
        return stretch.from() == stretch.to() ? "at " + text(found, stretch.from(), format)
                : text(found, stretch.from(), format) + " to " + text(found, stretch.to(), format);
    }

    private static String text(BreakEven found, double value, Formatter format) {
        return found.input().text(value, format.withDigits(4));
    }
}
