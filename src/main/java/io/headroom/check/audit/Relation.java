package io.headroom.check.audit;

import java.util.List;

/**
 * What a text's own figures say about one of them. The reader states those that the text writes out or that its layout
 * shows; those that follow from what the metrics mean (parts of a total, share of a capacity, per GPU and system) are
 * found by the audit itself.
 *
 * @param kind how the result follows
 * @param result the claim that should come out
 * @param operands what it follows from, in the order of the kind; constants are claims of role INPUT
 */
public record Relation(Kind kind, Claim result, List<Claim> operands) {

    /** How a result follows from operands; all in SI units. */
    public enum Kind {
        /** All operands added. */
        SUM,
        /** All operands multiplied. */
        PRODUCT,
        /** The first divided by every other: ratios, percentages of a capacity, rates. */
        QUOTIENT,
        /** The first less every other. */
        DIFFERENCE,
        /** Size of the change from the first operand to the second as a fraction of the first. */
        CHANGE,
        /** 1 + the sum of gains: how texts stack "+25 %, +15 %" into one factor. */
        GAINS,
        /** All operands added and divided by how many they are. */
        MEAN,
        /** At least the first (work) divided by every other (speeds, how many): a time no hardware beats. */
        TIME_OF_WORK,
        /** At most the first (work) divided by every other (times): a rate that the times leave room for. */
        RATE_OF_WORK,
        /** The largest worsening over pairs (from, to, from, to …) is at most the result. */
        WORST_CHANGE,
        /** All operands state the same thing as the result. */
        SAME
    }

    public Relation {
        operands = List.copyOf(operands);
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("a relation needs operands");
        }
    }
}
