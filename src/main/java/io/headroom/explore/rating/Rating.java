package io.headroom.explore.rating;

import io.headroom.check.legal.Degree;
import java.util.Optional;

/**
 * One parallel choice of a plan.
 *
 * @param degree which
 * @param value as chosen
 * @param grade how good it is
 * @param reason why, with the numbers
 * @param less the notch below, where it is legal
 * @param more the notch above, where it is legal
 */
public record Rating(Degree degree, int value, Grade grade, String reason, Optional<Neighbour> less,
        Optional<Neighbour> more) {

    /** {@code "PP 2 wasteful: …"}. */
    public String text() {
        return degree.label() + " " + value + " " + grade.word() + ": " + reason;
    }
}
