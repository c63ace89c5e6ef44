package io.headroom.metamorphic;

/** What a relation says of a plan. */
public sealed interface Verdict {

    /** The plan does not meet what the relation presupposes. */
    record NotExercised() implements Verdict {
    }

    /** The relation holds. */
    record Holds() implements Verdict {
    }

    /**
     * The relation is broken.
     *
     * @param text the numbers that break it
     */
    record Violated(String text) implements Verdict {
    }

    /** Nothing was checked. */
    Verdict NOT_EXERCISED = new NotExercised();
    /** All that was checked holds. */
    Verdict HOLDS = new Holds();
}
