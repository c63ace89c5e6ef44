package io.headroom.estimate.pass;

/** What time is spent on. The first nine are parts of a pass; the last two are waiting. */
public enum Part {
    GEMM("GEMMs"),
    ATTENTION("attention"),
    EXPERTS("experts"),
    ELEMENTWISE("elementwise"),
    ALL_REDUCE("all-reduce"),
    ALL_TO_ALL("all-to-all"),
    CONTEXT_EXCHANGE("context exchange"),
    STAGE_SEND("stage send"),
    OVERHEAD("overhead"),
    BUBBLE("bubble"),
    QUEUE("other prefills");

    /** Parts of a pass. */
    public static final int IN_PASS = BUBBLE.ordinal();
    /** All parts. */
    public static final int COUNT = values().length;

    private static final Part[] VALUES = values();
    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The part at {@code ordinal}, without the copy that {@code values()} makes. */
    public static Part at(int ordinal) {
        return VALUES[ordinal];
    }
}
