package io.headroom.catalog;

/**
 * An assumption that a plan can set: its key in files and the range in which it means something.
 * The order is that of the components of {@link Constants}.
 */
public enum Knob {
    MFU("mfu", 0.01, 1),
    ATTENTION_MFU("attentionMfu", 0.01, 1),
    MBU("mbu", 0.01, 1),
    LINK_EFFICIENCY("linkEfficiency", 0.01, 1),
    GEMM_HALF_ROWS("gemmHalfRows", 0, 4096),
    OVERHEAD_PER_LAYER("overheadPerLayerSeconds", 0, 1),
    OVERHEAD_PER_MOE_LAYER("overheadPerMoeLayerSeconds", 0, 1),
    OVERHEAD_PER_STEP("overheadPerStepSeconds", 0, 10),
    RESERVE("reserveBytes", 0, 1e12),
    USABLE_MEMORY("usableMemoryFraction", 0.01, 1),
    EXPERT_IMBALANCE("expertImbalance", 1, 64),
    PREFILL_SHARE_IN_DECODE("prefillShareInDecode", 0, 1),
    INTRA_NODE_LATENCY("intraNodeLatencySeconds", 0, 1),
    INTER_NODE_LATENCY("interNodeLatencySeconds", 0, 1),
    ATTENTION_BANDWIDTH("attentionBandwidthFactor", 0.01, 1),
    EXPERT_BANDWIDTH("expertBandwidthFactor", 0.01, 1),
    ROOFLINE_OVERLAP("rooflineOverlap", 0, 1),
    OVERHEAD_PER_SEQUENCE("overheadPerSequenceSeconds", 0, 1),
    OVERHEAD_PER_REQUEST("overheadPerRequestSeconds", 0, 10),
    PREFILL_QUEUE_EXPONENT("prefillQueueExponent", 0, 1),
    OVERHEAD_PER_QUANTIZED_LAYER("overheadPerQuantizedLayerSeconds", 0, 1),
    RANK_WAIT("rankWait", 0, 4),
    EXPERT_MFU("expertMfuFactor", 0.01, 1),
    EXPERT_SKEW("expertSkew", 0, 16),
    RESERVE_IN_GROUP("reserveInGroupBytes", 0, 1e12),
    SAMPLER_BYTES("samplerBytesPerLogit", 0, 1024),
    ADMISSION_STEPS("admissionSteps", 0, 100),
    OVERHEAD_PER_MILLION_LOGITS("overheadPerMillionLogitsSeconds", 0, 1),
    UNFUSED_SHARE("unfusedShare", 0, 1),
    BLOCK_SCALED_MFU("blockScaledMfuFactor", 0.01, 1),
    EXPERT_HALF_ROWS("expertHalfRows", 0, 4096);

    private final String key;
    private final double min;
    private final double max;

    Knob(String key, double min, double max) {
        this.key = key;
        this.min = min;
        this.max = max;
    }

    /** The key in plan files and profiles; the two latencies are keys of {@code hardware} there. */
    public String key() {
        return key;
    }

    /** Smallest value allowed. */
    public double min() {
        return min;
    }

    /** Largest value allowed. */
    public double max() {
        return max;
    }

    /** Whether it changes how many bytes there are room for, and no time or rate. */
    public boolean isOfMemoryOnly() {
        return this == RESERVE || this == USABLE_MEMORY || isOfEngineReserve();
    }

    /** Whether it is a part of what an engine keeps for itself, which a {@link #RESERVE} of the plan's own takes the place of. */
    public boolean isOfEngineReserve() {
        return this == RESERVE_IN_GROUP || this == SAMPLER_BYTES;
    }

    /** Whether the value is a latency, which plan files keep with the hardware. */
    public boolean isLatency() {
        return this == INTRA_NODE_LATENCY || this == INTER_NODE_LATENCY;
    }
}
