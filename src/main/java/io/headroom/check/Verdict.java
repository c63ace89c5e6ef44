package io.headroom.check;

/** What a plan is, in one word; the first that applies. */
public enum Verdict {
    NOT_LEGAL("✗", "Not legal"),
    DOES_NOT_FIT("✗", "Does not fit"),
    MISSES("✗", "Misses limits"),
    AT_RISK("!", "At risk"),
    MEETS("✓", "Meets limits"),
    /** It fits, and nobody said what it should reach. */
    NO_LIMITS("✓", "Fits, no limits set");

    private final String glyph;
    private final String word;

    Verdict(String glyph, String word) {
        this.glyph = glyph;
        this.word = word;
    }

    /** Its sign, for those who do not see the colour. */
    public String glyph() {
        return glyph;
    }

    /** Its name. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return glyph + " " + word;
    }
}
