package io.headroom.explore.alternative;

import io.headroom.explore.alternative.BreakEven.Stretch;
import io.headroom.explore.alternative.BreakEven.Winner;
import io.headroom.format.Formatter;
import java.util.List;

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
        String neither = stretches.stream().anyMatch(s -> s.winner() == Winner.NEITHER) ? "; elsewhere neither" : "";
        return wins(found, Winner.FIRST, first, format) + "; " + wins(found, Winner.SECOND, second, format) + neither + ": "
                + metric + ".";
    }

    /** "tp8 wins at 4, 7 to 20 and 25 to 3,200". */
    private static String wins(BreakEven found, Winner winner, String name, Formatter format) {
        List<String> where = found.stretches().stream().filter(s -> s.winner() == winner)
                .map(s -> range(found, s, format)).toList();
        if (where.isEmpty()) {
            return name + " wins nowhere";
        }
        int rest = where.size() - NAMED;
        return name + " wins " + String.join(", ", where.subList(0, Math.min(NAMED, where.size())))
                + (rest > 0 ? " and in " + rest + " more stretches" : "");
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
