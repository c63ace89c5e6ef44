package io.headroom.check.audit;

/** Whether a claim can be true of the plan it is about. */
public enum Credence {
    CONSISTENT("consistent", "✓"),
    /** Better than the plan gives. */
    OPTIMISTIC("optimistic", "!"),
    /** Worse than the plan gives. */
    PESSIMISTIC("pessimistic", "!"),
    /** Beyond what physics allows, however the plan is filled in. */
    IMPOSSIBLE("impossible", "✗"),
    /** Another figure of the same text, or the plan it describes, says otherwise. */
    CONTRADICTS("contradicts", "✗"),
    /** The text does not say enough. */
    UNKNOWN("unknown", "?");

    private final String word;
    private final String glyph;

    Credence(String word, String glyph) {
        this.word = word;
        this.glyph = glyph;
    }

    /** Its name for people and files. */
    public String word() {
        return word;
    }

    /** Its sign, for those who do not see the colour. */
    public String glyph() {
        return glyph;
    }

    /** Whether it speaks against the claim. */
    public boolean isAgainst() {
        return switch (this) {
            case OPTIMISTIC, PESSIMISTIC, IMPOSSIBLE, CONTRADICTS -> true;
            case CONSISTENT, UNKNOWN -> false;
        };
    }
}
