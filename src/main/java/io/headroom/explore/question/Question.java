package io.headroom.explore.question;

import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.plan.Hardware;
import io.headroom.plan.Workload;

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

    /** What {@code judgement}'s plan has of it, in SI units; NaN where that is not known. */
    public double now(Judgement judgement) {
        Workload workload = judgement.plan().workload();
        Hardware hardware = judgement.plan().hardware();
        return switch (this) {
            case LARGEST_BATCH -> workload.concurrentRequests();
            case LONGEST_CONTEXT -> (double) workload.inputTokens() + workload.outputTokens();
            case FEWEST_GPUS -> judgement.value(Metric.GPUS);
            case LOWEST_MEMORY_BANDWIDTH -> hardware.gpu().hbmBytesPerSecond();
            case LOWEST_NODE_LINK -> hardware.intraNodeBytesPerSecond();
            case LOWEST_NETWORK -> hardware.interNodeBytesPerSecond();
            case HIGHEST_PRICE -> hardware.given().pricePerGpuHour();
        };
    }
}
