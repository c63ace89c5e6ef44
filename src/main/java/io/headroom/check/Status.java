package io.headroom.check;

/** How a requirement stands. */
public enum Status {
    MET("✓", "met"),
    /** Met, but not by the margin asked for, or the band of measurements reaches past the limit. */
    AT_RISK("!", "at risk"),
    MISSED("✗", "missed"),
    /** Missed, and beyond what physics allows on this hardware. */
    IMPOSSIBLE("✗", "impossible"),
    /** There is no number to compare, or its unit is another one. */
    UNKNOWN("?", "unknown");

    private final String glyph;
    private final String word;

    Status(String glyph, String word) {
        this.glyph = glyph;
        this.word = word;
    }

    /** Its sign, for those who do not see the colour. */
    public String glyph() {
        return glyph;
    }

    /** Its name for people and files. */
    public String word() {
        return word;
    }
}
