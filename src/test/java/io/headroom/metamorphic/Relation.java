package io.headroom.metamorphic;

/**
 * What must hold between the numbers of a plan, or between those of related plans.
 *
 * @param id M1 to M32, with a letter where one has several parts
 * @param statement the relation in words
 * @param check looks at one plan
 */
public record Relation(String id, String statement, Check check) {

    /** The code of a relation. */
    public interface Check {
        Verdict check(Sample sample);
    }
}
