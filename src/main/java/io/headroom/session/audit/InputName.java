package io.headroom.session.audit;

import io.headroom.check.audit.Measure;
import java.util.Map;

/** What people call that which a text states and no metric of the program is. */
final class InputName {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(Measure.RATIO, "Factor"), Map.entry(Measure.CHANGE, "Change"), Map.entry(Measure.GAIN, "Gain"),
            Map.entry(Measure.FLOP_PER_TOKEN, "FLOP per token"), Map.entry(Measure.FLOPS_PER_GPU, "FLOP/s of a GPU"),
            Map.entry(Measure.FLOPS_NEEDED, "FLOP/s needed"), Map.entry(Measure.HBM_BANDWIDTH, "HBM bandwidth"),
            Map.entry(Measure.WEIGHTS_OF_MODEL, "Weights of the model"),
            Map.entry(Measure.GPU_UTILIZATION, "GPU utilisation"), Map.entry(Measure.EXPERT_MODULES, "Expert modules"),
            Map.entry(Measure.EXPERT_MODULES_PER_GPU, "Expert modules per GPU"),
            Map.entry(Measure.GPUS_MAPPED, "GPUs of the degrees"), Map.entry(Measure.DURATION, "Duration"),
            Map.entry(Measure.SAVINGS, "Savings"), Map.entry(Measure.SUPPORT, "Format supported"),
            Map.entry("parallelism.tensor", "Tensor (TP)"), Map.entry("parallelism.pipeline", "Pipeline (PP)"),
            Map.entry("parallelism.data", "Data (DP)"), Map.entry("parallelism.expert", "Expert (EP)"),
            Map.entry("parallelism.context", "Context (CP)"), Map.entry("parallelism.sequence", "Sequence (SP)"),
            Map.entry("workload.concurrentRequests", "Concurrent requests"),
            Map.entry("workload.inputTokens", "Input tokens"), Map.entry("workload.outputTokens", "Output tokens"),
            Map.entry("demand.tokensPerDay", "Tokens a day"), Map.entry("model.layers", "Layers of the model"),
            Map.entry("model.heads", "Heads of the model"), Map.entry("model.experts", "Experts of the model"),
            Map.entry("decode.tokensPerStep", "Tokens per step"), Map.entry("requests.count", "Requests in all"),
            Map.entry("error.rate", "Error rate"), Map.entry("queue.depth", "Queue depth"),
            Map.entry("load.variance", "Variance of load"), Map.entry("count", "Count"),
            Map.entry("", "A number"));

    private InputName() {
    }

    /** Its name; scores keep their own ("quality.chat" is "Quality: chat"). */
    static String of(String metric) {
        return metric.startsWith(Measure.QUALITY) ? "Quality: " + metric.substring(Measure.QUALITY.length())
                : NAMES.getOrDefault(metric, metric);
    }
}
