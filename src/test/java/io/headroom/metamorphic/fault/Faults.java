package io.headroom.metamorphic.fault;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes that people make in such models: most are in the cost model's section 7, "Traps that others fell into". */
final class Faults {

    private static final String KV = "estimate/memory/KvCache.java";
    private static final String MEMORY = "estimate/memory/MemoryModel.java";
    private static final String SAMPLING = "estimate/layout/SamplingPeak.java";
    private static final String RESERVE = "estimate/memory/Reserve.java";
    private static final String WEIGHTS = "estimate/memory/Weights.java";
    private static final String DEPLOYMENT = "estimate/layout/Deployment.java";
    private static final String PADDING = "estimate/layout/Padding.java";
    private static final String GROUPS = "estimate/layout/Groups.java";
    private static final String LINKS = "estimate/layout/Links.java";
    private static final String STAGES = "estimate/layout/Stages.java";
    private static final String WORK = "estimate/pass/Work.java";
    private static final String ATTENTION = "estimate/pass/AttentionWork.java";
    private static final String FFN = "estimate/pass/FfnWork.java";
    private static final String PASS = "estimate/pass/Pass.java";
    private static final String PASS_TIMER = "estimate/pass/PassTimer.java";
    private static final String PROMPT = "estimate/timing/PromptTime.java";
    private static final String PREFILL = "estimate/timing/PrefillModel.java";
    private static final String BURST = "estimate/timing/BurstModel.java";
    private static final String DECODE = "estimate/timing/DecodeModel.java";
    private static final String STEADY = "estimate/serving/SteadyLoad.java";
    private static final String METRIC = "estimate/Metric.java";
    private static final String EXCHANGE = "estimate/pass/Exchange.java";
    private static final String PEAKS = "estimate/layout/Peaks.java";
    private static final String GEMM_FORMAT = "estimate/layout/GemmFormat.java";
    private static final String FORMAT = "catalog/NumberFormat.java";
    private static final String PARAMETERS = "catalog/ParameterCount.java";

    private Faults() {
    }

    static List<Fault> list() {
        return Stream.of(memory(), work(), passes(), links(), serving()).flatMap(List::stream).toList();
    }

    private static List<Fault> memory() {
        return List.of(
                new Fault("keys without values", KV, "2 * x.kvHeadsPerGpu() * x.headDim * x.kvBytes",
                        "x.kvHeadsPerGpu() * x.headDim * x.kvBytes"),
                new Fault("latent cache split by TP", KV, "(x.latent.kvRank() + x.latent.ropeDim()) * x.kvBytes",
                        "(x.latent.kvRank() + x.latent.ropeDim()) * x.kvBytes / x.tp"),
                new Fault("KV heads of a GPU rounded down to 0", DEPLOYMENT, "Math.max(kvHeads / tp, 1)",
                        "Math.floor(kvHeads / tp)"),
                new Fault("KV cache in the format of the weights", DEPLOYMENT,
                        "plan.precision().kvCache().bytesPerElement()", "plan.precision().weights().bytesPerElement()"),
                new Fault("window ignored in the cache", KV,
                        "Math.min(full, blocks(x.shape.slidingWindow().windowTokens()))", "full"),
                new Fault("sampler kept beside the activations", RESERVE, "(x.sampling.bytes() - activations)", "x.sampling.bytes()"),
                new Fault("sampler's vocabulary split by TP", SAMPLING, "sequences) * shape.vocabulary()",
                        "sequences) * shape.vocabulary() / plan.parallelism().tensor()"),
                new Fault("experts padded before they are split", PADDING, "rule.width(shard);",
                        "rule.width(moe.expertWidth()) / groups.expertTensor();"),
                new Fault("weights divided by DP", MEMORY, "double w = weights.stageBytes(stage);",
                        "double w = weights.stageBytes(stage) / x.plan.parallelism().data();"),
                new Fault("latent down-projections split by TP", WEIGHTS,
                        "double down = x.hidden * (m.kvRank() + m.ropeDim());",
                        "double down = x.hidden * (m.kvRank() + m.ropeDim()) / x.tp;"),
                new Fault("LM head stored on every stage", WEIGHTS, "boolean isLast = stage == x.pipeline() - 1;",
                        "boolean isLast = true;"),
                new Fault("GiB taken for GB", MEMORY, "double capacity = x.memoryBytes;",
                        "double capacity = x.memoryBytes * 1.073741824;"),
                new Fault("shared experts forgotten in the parameters", PARAMETERS,
                        "+ (double) s.ffnMatrices() * s.hidden() * m.sharedWidth()", ""),
                new Fault("state of linear layers in 2 bytes", KV, "(double) a.keyDim() * a.valueDim() * 4 / x.tp",
                        "(double) a.keyDim() * a.valueDim() * 2 / x.tp"),
                new Fault("head dimension taken as d/h", DEPLOYMENT, "grouped == null ? 0 : grouped.headDim()",
                        "grouped == null ? 0 : hidden / heads"),
                new Fault("layers lost by L/p rounded down", STAGES,
                        "totalLayers / pipeline + (s < totalLayers % pipeline ? 1 : 0)", "totalLayers / pipeline"));
    }

    private static List<Fault> work() {
        return List.of(
                new Fault("FLOP without the 2", WORK, "double flop = 2 * rows * k * n;\n        double weights = k * n",
                        "double flop = rows * k * n;\n        double weights = k * n"),
                new Fault("all experts multiplied", FFN, "pass.groupTokens() * m.topK() / x.ep",
                        "pass.groupTokens() * m.experts() / x.ep"),
                new Fault("all experts read at every batch", FFN,
                        "held * (1 - missed(m, pass.groupTokens()))", "(double) held"),
                new Fault("experts read = min(all, rows)", FFN,
                        "held * (1 - missed(m, pass.groupTokens()))", "Math.min(held, rows)"),
                new Fault("experts chosen evenly whatever their skew", FFN, "return skew == 0 ?", "return skew >= 0 ?"),
                new Fault("shared experts forgotten in the work", FFN, "if (m.sharedWidth() > 0) {",
                        "if (m.sharedWidth() < 0) {"),
                new Fault("MFU applied twice", WORK, "double eta = format.mfu() * rows / (rows + halfRows);",
                        "double eta = format.mfu() * format.mfu() * rows / (rows + halfRows);"),
                new Fault("experts at the tiles of other GEMMs", WORK, "Math.max(halfRows, x.constants.expertHalfRows())", "halfRows"),
                new Fault("all formats in blocks", GEMM_FORMAT, "blockScaledFp8() && format == NumberFormat.FP8", "blockScaledFp8()"),
                new Fault("activations quantized for weights that are unpacked", GEMM_FORMAT,
                        " && plan.hardware().computeFormat(format) != NumberFormat.BF16", ""),
                new Fault("quantizing forgotten in attention", ATTENTION, "(x.hidden + out) * x.weightGemm.quantizedBytes()", "0"),
                new Fault("activation function not shared by TP", FFN, "matrices * shard * x.activationBytes",
                        "matrices * width * x.activationBytes"),
                new Fault("MBU applied twice", WORK, "hbmBytesPerSecond() * x.constants.mbu();",
                        "hbmBytesPerSecond() * x.constants.mbu() * x.constants.mbu();"),
                new Fault("window ignored in attention", ATTENTION, "pass.seen(x.shape.slidingWindow())", "pass.seen()"),
                new Fault("a chunk reads only its own keys and values", ATTENTION,
                        "pass.isPrefill() ? pass.context() : seen;", "pass.isPrefill() ? pass.tokens() : seen;"),
                new Fault("scores at the peak of the weights", PEAKS,
                        "hardware.peakFlops(precision.activations())", "weights"),
                new Fault("weight-only int4 computes in fp8", FORMAT, "case FP16, INT4, BF16 -> BF16;",
                        "case FP16, BF16 -> BF16;\ncase INT4 -> FP8;"),
                new Fault("mxfp4 in bf16 beside nvfp4", FORMAT, "peaks.contains(NVFP4) ? FP8",
                        "peaks.contains(NVFP4) ? BF16"),
                new Fault("experts see the tokens of one rank only", DEPLOYMENT,
                        "return q * n * Math.min(groups.attentionData(), replicaRequests);", "return q * n;"),
                new Fault("MoE overhead on every layer", PASS_TIMER, "        if (kind.moe()) {\n            work.overhead(",
                        "        {\n            work.overhead("),
                new Fault("quantized layer overhead on wide weights too", PASS_TIMER,
                        "if (x.weightBytes < x.activationBytes) {", "if (x.weightBytes <= x.activationBytes) {"),
                new Fault("every query sees the whole prompt", PASS, "return context - (tokens - 1) / 2;",
                        "return context;"));
    }

    private static List<Fault> passes() {
        return List.of(
                new Fault("keys read without values", ATTENTION, "/ x.cp * 2 * x.kvHeadsPerGpu()",
                        "/ x.cp * x.kvHeadsPerGpu()"),
                new Fault("whole embedding table read", PASS_TIMER,
                        "work.elementwise(\"embedding\", 2 * t * x.hidden * x.activationBytes",
                        "work.elementwise(\"embedding\", x.shape.vocabulary() * x.hidden * x.activationBytes"),
                new Fault("LM head read on every stage", PASS_TIMER, "work.gemm(\"LM head\",",
                        "for (int s = last; s >= 0; s--, work.continueStage(rows, Math.max(s, 0)))\n"
                                + "work.gemm(\"LM head\","),
                new Fault("decode timed at the prompt's length", DECODE, "x.inputTokens + x.outputTokens / 2.0",
                        "x.inputTokens"),
                new Fault("bubble dropped", DECODE, "Math.max(pass.sumSeconds(), m * pass.slowestSeconds())",
                        "m * pass.sumSeconds() / pass.stages()"),
                new Fault("step overhead once a prompt, not once a chunk", PROMPT,
                        "(isFirst ? time.sumSeconds() : time.slowestSeconds()) + stepOverhead",
                        "(isFirst ? time.sumSeconds() + stepOverhead : time.slowestSeconds())"),
                new Fault("lone prompt charged for the whole batch", PREFILL, "new Pass(true, 1, tokens,",
                        "new Pass(true, x.sequences, tokens,"));
    }

    private static List<Fault> links() {
        return List.of(
                new Fault("all-reduce at memory bandwidth", LINKS,
                        "new Links(hardware.gpusPerNode(), hardware.intraNodeBytesPerSecond()",
                        "new Links(hardware.gpusPerNode(), hardware.gpu().hbmBytesPerSecond()"),
                new Fault("all-reduce (q-1)/q, only half of it", LINKS, "return 2.0 * (q - 1) / q * bytes",
                        "return 1.0 * (q - 1) / q * bytes"),
                new Fault("ring of distant ranks taken for one inside a node", LINKS, "return q * stride <= gpusPerNode;",
                        "return q <= gpusPerNode;"),
                new Fault("shared experts not reduced over TP", EXCHANGE, "if (x.moe.sharedWidth() > 0) {",
                        "if (x.moe.sharedWidth() < 0) {"),
                new Fault("EP multiplied with TP", GROUPS, "int w = Math.max(split, p.expert());",
                        "int w = split * p.expert();"));
    }

    private static List<Fault> serving() {
        return List.of(
                new Fault("price of a million as that of a thousand", METRIC, "perMillionTokens() / 1e3",
                        "perMillionTokens() * 1"),
                new Fault("rate of a GPU multiplied by DP", METRIC, "e -> outputTokens(e) / e.groups().gpus()",
                        "e -> outputTokens(e) / e.groups().replicaGpus()"),
                new Fault("TTFT with a decode step in it", STEADY,
                        "wait + prefill.aloneSeconds() + (1 - phi) * others, Dimension",
                        "wait + step + prefill.aloneSeconds() + (1 - phi) * others, Dimension"),
                new Fault("another request charged for a whole pass", BURST,
                        "(full.slowestSeconds() + stepOverhead) / share", "full.slowestSeconds() + stepOverhead"),
                new Fault("waiting though alone", STEADY, "x.sequences > 1 ? x.constants.admissionSteps() * step : 0",
                        "x.constants.admissionSteps() * step"),
                new Fault("a queue by those in flight", STEADY, "Math.pow(x.outputTokens - 1.0, -exponent)",
                        "Math.pow(x.sequences - 1.0, -exponent)"),
                new Fault("requests/s of one rank for those of all", STEADY, "x.requests / cycle", "x.sequences / cycle"));
    }
}
