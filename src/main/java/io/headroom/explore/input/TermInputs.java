package io.headroom.explore.input;

import io.headroom.catalog.Knob;
import io.headroom.estimate.explain.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which input of a plan a term without terms of its own is, so that whoever reads it can go and change it. */
public final class TermInputs {

    /** The key of what has no key in the plan file's own section: the model as a whole. */
    public static final String MODEL = "model";
    /** The same of the accelerator. */
    public static final String GPU = "gpu";

    private static final Map<String, String> KEYS = keys();

    private TermInputs() {
    }

    /** The key of the input that {@code term} is, {@link #MODEL} or {@link #GPU}; empty where it is none. */
    public static Optional<String> keyOf(Term term) {
        return term.isLeaf() ? Optional.ofNullable(KEYS.get(term.symbol())) : Optional.empty();
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>(Map.of("tp", "parallelism.tensor", "pp", "parallelism.pipeline",
                "dp", "parallelism.data", "ep", "parallelism.expert", "cp", "parallelism.context",
                "B", "workload.concurrentRequests", "S", "workload.inputTokens", "O", "workload.outputTokens",
                "C", "workload.maxBatchedTokens"));
        keys.putAll(Map.of("price", "hardware.pricePerGpuHour", "utilization", "demand.utilization"));
        keys.putAll(Map.of("weightBytes", "precision.weights", "bytesPerWeight", "precision.weights",
                "expertBytes", "precision.experts", "kvBytes", "precision.kvCache",
                "activationBytes", "precision.activations"));
        List.of("layers", "hidden", "vocabulary", "ffnMatrices", "ffnWidth", "E", "k", "expertWidth", "sharedWidth",
                "params.total", "params.active", "heads", "kvHeads", "headDim", "qAndOut", "qRank", "kvRank", "nope", "rope",
                "vDim", "nk", "nv", "dk", "dv", "conv", "window").forEach(symbol -> keys.put(symbol, MODEL));
        List.of("hbmBytes", "hbmBandwidth", "G", "insideBandwidth", "betweenBandwidth", "insideLatency",
                "betweenLatency", "peak", "peakFastest", "chipWatts").forEach(symbol -> keys.put(symbol, GPU));
        knobs().forEach((symbol, knob) -> keys.put(symbol, "assumptions." + knob.key()));
        return Map.copyOf(keys);
    }

    private static Map<String, Knob> knobs() {
        return Map.ofEntries(Map.entry("mfu", Knob.MFU), Map.entry("mbu", Knob.MBU),
                Map.entry("linkEfficiency", Knob.LINK_EFFICIENCY), Map.entry("gemmHalfRows", Knob.GEMM_HALF_ROWS),
                Map.entry("usable", Knob.USABLE_MEMORY), Map.entry("reserve", Knob.RESERVE),
                Map.entry("reserveInGroup", Knob.RESERVE_IN_GROUP),
                Map.entry("samplerBytesPerLogit", Knob.SAMPLER_BYTES),
                Map.entry("imbalance", Knob.EXPERT_IMBALANCE), Map.entry("rankWait", Knob.RANK_WAIT),
                Map.entry("prefillShareInDecode", Knob.PREFILL_SHARE_IN_DECODE),
                Map.entry("prefillQueueExponent", Knob.PREFILL_QUEUE_EXPONENT),
                Map.entry("overheadPerLayer", Knob.OVERHEAD_PER_LAYER),
                Map.entry("overheadPerMoeLayer", Knob.OVERHEAD_PER_MOE_LAYER),
                Map.entry("overheadPerQuantizedLayer", Knob.OVERHEAD_PER_QUANTIZED_LAYER),
                Map.entry("overheadPerStep", Knob.OVERHEAD_PER_STEP),
                Map.entry("overheadPerSequence", Knob.OVERHEAD_PER_SEQUENCE),
                Map.entry("overheadPerMillionLogits", Knob.OVERHEAD_PER_MILLION_LOGITS),
                Map.entry("unfusedShare", Knob.UNFUSED_SHARE),
                Map.entry("blockScaledMfuFactor", Knob.BLOCK_SCALED_MFU),
                Map.entry("overheadPerRequest", Knob.OVERHEAD_PER_REQUEST),
                Map.entry("attentionBandwidthFactor", Knob.ATTENTION_BANDWIDTH),
                Map.entry("expertBandwidthFactor", Knob.EXPERT_BANDWIDTH),
                Map.entry("expertMfuFactor", Knob.EXPERT_MFU),
                Map.entry("expertHalfRows", Knob.EXPERT_HALF_ROWS), Map.entry("expertSkew", Knob.EXPERT_SKEW),
                Map.entry("rooflineOverlap", Knob.ROOFLINE_OVERLAP),
                Map.entry("admissionSteps", Knob.ADMISSION_STEPS));
    }
}
