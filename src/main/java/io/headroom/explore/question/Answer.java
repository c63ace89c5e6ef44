package io.headroom.explore.question;

import io.headroom.check.legal.Fix;
import io.headroom.format.Formatter;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param question what was asked
 * @param kind whether there is a number
 * @param value the last value that passes, in SI units; NaN unless {@code kind} is {@link Kind#FOUND}
 * @param reason what happens beyond it, or why there is no number
 * @param fix the edit that goes there, where it is one of the plan's inputs
 * @param waived metrics whose limits the plan misses whatever the answer, so that they were left out; mostly none
 */
public record Answer(Question question, Kind kind, double value, String reason, Optional<Fix> fix,
        List<String> waived) {

    public Answer {
        waived = List.copyOf(waived);
    }

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    /** Whether there is a number. */
    public enum Kind {
        /** A last value that passes. */
        FOUND,
        /** Every value passes. */
        ANY,
        /** No value passes. */
        NONE,
        /** Too many values between which no bound decides; nothing is claimed. */
        UNDECIDED
    }

    static Answer found(Question question, double value, String reason, Fix fix) {
        return new Answer(question, Kind.FOUND, value, reason, Optional.ofNullable(fix), List.of());
    }

    static Answer without(Question question, Kind kind, String reason) {
        return new Answer(question, kind, Double.NaN, reason, Optional.empty(), List.of());
    }

    /** The same answer, to the question without these limits. */
    Answer waiving(List<String> metrics) {
        return new Answer(question, kind, value, reason, fix, metrics);
    }

    /** The value, or the word that stands for it: "212", "any". */
    public String number() {
        return switch (kind) {
            case FOUND -> FORMAT.text(value, question.dimension());
            case ANY -> "any";
            case NONE -> "none";
            case UNDECIDED -> "not decided";
        };
    }

    /** {@code "largest batch: 212; at 213 memory does not suffice"}. */
    public String text() {
        return question.label() + ": " + number() + (reason.isEmpty() ? "" : "; " + reason)
                + (waived.isEmpty() ? "" : " (" + String.join(", ", waived) + " missed in any case)");
    }
}
