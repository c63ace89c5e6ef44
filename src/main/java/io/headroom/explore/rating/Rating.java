package io.headroom.explore.rating;

import io.headroom.check.legal.Degree;
import io.headroom.format.Formatter;
import io.headroom.format.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One parallel choice of a plan.
 *
 * @param degree which
 * @param value as chosen
 * @param grade how good it is
 * @param reason why
 * @param sides what each neighbour would do, in numbers; empty where there is none
 * @param less the notch below, where it is legal
 * @param more the notch above, where it is legal
 */
public record Rating(Degree degree, int value, Grade grade, String reason, List<Sentence> sides,
        Optional<Neighbour> less, Optional<Neighbour> more) {

    public Rating {
        sides = List.copyOf(sides);
    }

    /** {@code "PP 2 wasteful: …"}. */
    public String text(Formatter format) {
        return degree.label() + " " + value + " " + grade.word() + ": " + why(format);
    }

    /** The reason with the numbers: "a neighbour gives more. TP 1: E2E +8.6 %, …; TP 4: …". */
    public String why(Formatter format) {
        return sides.isEmpty() ? reason
                : reason + " " + sides.stream().map(side -> side.text(format)).collect(Collectors.joining("; ")) + ".";
    }
}
