package io.headroom.format;

/** What a number measures; its SI unit is the one that files, JSON output and the arithmetic use. */
public enum Dimension {
    COUNT(""),
    FRACTION(""),
    BYTES("B"),
    SECONDS("s"),
    TOKENS("tokens"),
    PARAMETERS("parameters"),
    FLOP("FLOP"),
    FLOP_PER_SECOND("FLOP/s"),
    BYTES_PER_SECOND("B/s"),
    TOKENS_PER_SECOND("tokens/s"),
    REQUESTS_PER_SECOND("requests/s"),
    DOLLARS("USD"),
    DOLLARS_PER_HOUR("USD/hour"),
    WATTS("W"),
    JOULES_PER_TOKEN("J/token");

    private final String si;

    Dimension(String si) {
        this.si = si;
    }

    /** The unit in which values of this dimension are kept. */
    public String si() {
        return si;
    }
}
