package io.headroom.estimate.pass;

/** What keeps an operation from being faster: the larger side of its roofline, the link, or fixed overhead. */
public enum Bound {
    COMPUTE("compute"),
    MEMORY("memory bandwidth"),
    LINK("link"),
    OVERHEAD("overhead");

    /** Number of bounds. */
    public static final int COUNT = values().length;

    private final String label;

    Bound(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }
}
