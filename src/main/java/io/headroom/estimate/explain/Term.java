package io.headroom.estimate.explain;

import io.headroom.format.Dimension;
import java.util.List;

/**
 * One number with all that made it.
 *
 * @param symbol the name by which formulas refer to it
 * @param name its name for people
 * @param formula how it follows from its inputs, an arithmetic expression over their symbols; empty for a leaf
 * @param inputs the terms in the formula, in order of appearance
 * @param value the number, bit for bit the one that the estimate holds
 * @param dimension what it measures
 * @param source of a leaf: the plan, a catalogue entry or the reference of a constant
 */
public record Term(String symbol, String name, String formula, List<Term> inputs, double value, Dimension dimension,
        String source) {

    /** Whether this is an input rather than a result. */
    public boolean isLeaf() {
        return formula.isEmpty();
    }
}
