package io.headroom.report.read.relation;

import io.headroom.check.audit.Relation;
import io.headroom.report.read.claim.ClaimReader;
import io.headroom.report.read.claim.Found;
import java.util.List;

/** Finds what a report says about its own numbers. */
public final class RelationReader {

    private RelationReader() {
    }

    /**
     * Numbers and what they have to do with each other.
     *
     * @param numbers as read, with what the relations made clearer and the constants they need
     * @param relations whose results and operands are claims of {@code numbers}
     */
    public record Related(List<Found> numbers, List<Relation> relations) {
    }

    /** The relations of {@code reading}. */
    public static Related read(ClaimReader.Reading reading) {
        Numbers numbers = new Numbers(reading.found(), reading.subjects());
        Formulas.read(numbers);
        Sentences.read(numbers);
        Comparisons.read(numbers);
        return new Related(numbers.all(), List.copyOf(numbers.relations()));
    }
}
