package io.headroom.check.audit;

import io.headroom.estimate.Metric;
import java.util.Map;

/** Names of what texts state and the plan file has no metric for. Other names are fine: they are compared by equality. */
public final class Measure {

    /** Times better, larger, over: "13.5x", "2:1". */
    public static final String RATIO = "ratio";
    /** Change between two values, as a fraction, its size only: "57 % reduction". */
    public static final String CHANGE = "change";
    /** Potential of an optimisation, as a fraction. */
    public static final String GAIN = "gain";
    /** FLOP of one token: "20 TFLOPs/token". */
    public static final String FLOP_PER_TOKEN = "flop.perToken";
    /** FLOP/s of a GPU that the text counts with: "240 TFLOPs per GPU". */
    public static final String FLOPS_PER_GPU = "flops.perGpu";
    /** FLOP/s that something needs: "2000 TFLOPs sustained". */
    public static final String FLOPS_NEEDED = "flops.needed";
    /** HBM bytes/s of a GPU. */
    public static final String HBM_BANDWIDTH = "hbm.bandwidth";
    /** Bytes of all weights of the model: "~20GB in FP16". */
    public static final String WEIGHTS_OF_MODEL = "weights.model";
    /** "GPU utilisation" that says no more: neither MFU nor MBU, compared with nothing computed. */
    public static final String GPU_UTILIZATION = "utilization.gpu";
    /** Expert modules of all layers: "256 expert modules". */
    public static final String EXPERT_MODULES = "experts.modules";
    /** Expert modules that a GPU holds. */
    public static final String EXPERT_MODULES_PER_GPU = "experts.modules.perGpu";
    /** GPUs, as a result of a product of degrees: "2x2x2=8". */
    public static final String GPUS_MAPPED = "gpus.mapped";
    /** Seconds that something else than a request takes: a load test, an evaluation. */
    public static final String DURATION = "duration";
    /** Money saved a day, a year. */
    public static final String SAVINGS = "savings";
    /** Prefix of scores: "quality.chat"; the subject is the configuration. */
    public static final String QUALITY = "quality.";
    /** Whether a card has a number format ("lacks FP8"): 1 = has, 0 = lacks; the scope is "l40s:fp8". */
    public static final String SUPPORT = "support";

    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry(RATIO, "Ratio"), Map.entry(CHANGE, "Change"),
            Map.entry(GAIN, "Gain"), Map.entry(FLOP_PER_TOKEN, "FLOP of a token"), Map.entry(FLOPS_PER_GPU, "FLOP/s of a GPU"),
            Map.entry(FLOPS_NEEDED, "FLOP/s needed"), Map.entry(HBM_BANDWIDTH, "Memory bandwidth"),
            Map.entry(WEIGHTS_OF_MODEL, "Weights of the model"), Map.entry(GPU_UTILIZATION, "GPU utilisation"),
            Map.entry(EXPERT_MODULES, "Expert modules"), Map.entry(EXPERT_MODULES_PER_GPU, "Expert modules per GPU"),
            Map.entry(GPUS_MAPPED, "GPUs mapped"), Map.entry(DURATION, "Duration"), Map.entry(SAVINGS, "Savings"),
            Map.entry(SUPPORT, "Number format"), Map.entry("load.variance", "Variance of load"),
            Map.entry("queue.depth", "Requests waiting"), Map.entry("error.rate", "Failed requests"),
            Map.entry("parallelism.tensor", "Tensor (TP)"), Map.entry("parallelism.pipeline", "Pipeline (PP)"),
            Map.entry("parallelism.data", "Data (DP)"), Map.entry("parallelism.expert", "Expert (EP)"),
            Map.entry("parallelism.context", "Context (CP)"), Map.entry("parallelism.sequence", "Sequence (SP)"),
            Map.entry("workload.concurrentRequests", "Concurrent requests"),
            Map.entry("workload.inputTokens", "Input tokens"), Map.entry("workload.outputTokens", "Output tokens"),
            Map.entry("demand.tokensPerDay", "Tokens a day"), Map.entry("model.layers", "Layers of the model"),
            Map.entry("model.heads", "Heads of the model"), Map.entry("model.experts", "Experts of the model"),
            Map.entry("decode.tokensPerStep", "Tokens per step"), Map.entry("requests.count", "Requests in all"),
            Map.entry("count", "Count"), Map.entry("", "A number"));

    private Measure() {
    }

    /** The name of a metric or measure for people; what has none keeps its id. */
    public static String label(String id) {
        return Metric.byId(id).map(Metric::label).orElseGet(() -> id.startsWith(QUALITY) ? "Score: " + id.substring(QUALITY.length())
                : LABELS.getOrDefault(id, id));
    }
}
