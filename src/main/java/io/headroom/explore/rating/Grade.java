package io.headroom.explore.rating;

/** How good a degree is. */
public enum Grade {
    /** No neighbour is a better bargain. */
    OPTIMAL("✓", "optimal"),
    /** A neighbour gives more speed for the GPUs. */
    ACCEPTABLE("·", "acceptable"),
    /** Fewer GPUs keep the same limits and each does more. */
    WASTEFUL("!", "wasteful"),
    /** Less of it is faster and cheaper at once, or it breaks a rule. */
    HARMFUL("✗", "harmful");

    private final String glyph;
    private final String word;

    Grade(String glyph, String word) {
        this.glyph = glyph;
        this.word = word;
    }

    /** Its sign. */
    public String glyph() {
        return glyph;
    }

    /** Its name for people and files. */
    public String word() {
        return word;
    }
}
