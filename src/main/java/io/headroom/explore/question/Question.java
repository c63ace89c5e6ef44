package io.headroom.explore.question;

import io.headroom.format.Dimension;

/** A question asked backwards: how far may an input go while the plan still passes? */
public enum Question {
    LARGEST_BATCH("largest batch", "concurrent requests", Dimension.COUNT),
    LONGEST_CONTEXT("longest context", "input and output tokens of every request", Dimension.TOKENS),
    FEWEST_GPUS("fewest GPUs", "GPUs, over every legal TP, PP, DP and EP", Dimension.COUNT),
    LOWEST_MEMORY_BANDWIDTH("lowest memory bandwidth", "of a GPU", Dimension.BYTES_PER_SECOND),
    LOWEST_NODE_LINK("lowest link inside a node", "a GPU and direction", Dimension.BYTES_PER_SECOND),
    LOWEST_NETWORK("lowest link between nodes", "a GPU and direction", Dimension.BYTES_PER_SECOND),
    HIGHEST_PRICE("highest price", "of a GPU", Dimension.DOLLARS_PER_HOUR);

    private final String label;
    private final String explanation;
    private final Dimension dimension;

    Question(String label, String explanation, Dimension dimension) {
        this.label = label;
        this.explanation = explanation;
        this.dimension = dimension;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What the number counts. */
    public String explanation() {
        return explanation;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }
}
