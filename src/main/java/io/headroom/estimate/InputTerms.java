package io.headroom.estimate;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Provenance;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;
import io.headroom.plan.Assumptions;

/** Tells a trace the inputs of a deployment: plan, catalogue and assumptions, each with its source. */
final class InputTerms {

    private static final String PLAN = "this plan";

    private final Deployment x;
    private final Trace trace;

    private InputTerms(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
    }

    static void record(Deployment x, Trace trace) {
        InputTerms terms = new InputTerms(x, trace);
        terms.degrees();
        terms.model();
        if (x.padding != null) {
            terms.padding();
        }
        terms.attention();
        terms.precision();
        terms.workload();
        terms.hardware();
        terms.assumptions();
    }

    private void degrees() {
        count("tp", "Tensor parallel degree", x.tp, PLAN);
        count("cp", "Context parallel degree", x.cp, PLAN);
        count("ep", "Expert parallel degree", x.ep, PLAN);
        count("pp", "Pipeline stages", x.pipeline(), PLAN);
        count("dp", "Replicas", x.plan.parallelism().data(), PLAN);
        trace.result("W", "GPUs of a stage", "max(tp * cp, ep)", x.groups.stageGpus(), Dimension.COUNT);
        trace.result("a", "Attention-DP: ranks with sequences of their own", "W / (tp * cp)",
                x.groups.attentionData(), Dimension.COUNT);
        trace.result("et", "GPUs that share an expert", "W / ep", x.groups.expertTensor(), Dimension.COUNT);
        trace.result("gpus", "GPUs", "W * pp * dp", x.groups.gpus(), Dimension.COUNT);
    }

    private void model() {
        Provenance p = x.plan.model().provenance();
        count("layers", "Layers", x.shape.layers(), p.of("layers"));
        count("hidden", "Width of the residual stream", x.hidden, p.of("hidden"));
        count("vocabulary", "Vocabulary", x.shape.vocabulary(), p.of("vocabulary"));
        count("ffnMatrices", "Matrices of an FFN (3 = gated)", x.shape.ffnMatrices(), p.of("ffn"));
        count("ffnWidth", "Width of a dense FFN", x.shape.ffnWidth(), p.of("ffn"));
        if (x.moe != null) {
            count("E", "Routed experts of a layer", x.moe.experts(), p.of("moe"));
            count("k", "Experts of a token", x.moe.topK(), p.of("moe"));
            count("expertWidth", "Width of an expert", x.moe.expertWidth(), p.of("moe"));
            count("sharedWidth", "Width of the shared experts", x.moe.sharedWidth(), p.of("moe"));
            trace.input("dispatchBytes", "Bytes of an element sent to an expert",
                    Math.max(1, x.peaks.expertFormat().bytesPerElement()), Dimension.BYTES,
                    "format in which the experts compute here, 8 bits at least");
        }
        trace.input("params.total", "Parameters", x.plan.model().parameters().total(), Dimension.PARAMETERS, p.source());
        trace.input("params.active", "Active parameters", x.plan.model().parameters().active(), Dimension.PARAMETERS,
                p.source());
    }

    private void padding() {
        String source = x.padding.rule().source();
        count("hiddenMultiple", "Multiple to which the experts' kernels round the residual stream up",
                x.padding.rule().hiddenMultiple(), source);
        count("widthMultiple", "Multiple to which they round the width of an expert on a GPU up",
                x.padding.rule().widthMultiple(), source);
        trace.result("paddedHidden", "Padded width of the residual stream", "ceil(hidden / hiddenMultiple) * hiddenMultiple",
                x.padding.hidden(), Dimension.COUNT);
        trace.result("paddedWidth", "Padded width of an expert on a GPU",
                "ceil(expertWidth / et / widthMultiple) * widthMultiple", x.padding.width(), Dimension.COUNT);
        trace.result("padding", "Growth of the experts' matrices by padding",
                "paddedHidden * paddedWidth / (hidden * expertWidth / et)", x.padding.factor(), Dimension.COUNT);
    }

    private void attention() {
        Provenance p = x.plan.model().provenance();
        count("heads", "Query heads", x.heads, p.of("attention"));
        switch (x.shape.attention()) {
            case Attention.GroupedQuery g -> {
                count("kvHeads", "Key-value heads", g.kvHeads(), p.of("attention"));
                count("headDim", "Elements of a head", g.headDim(), p.of("attention"));
                count("qAndOut", "Query and output projections (3 with a gate)", g.outputGate() ? 3 : 2,
                        p.of("attention"));
            }
            case Attention.Latent m -> {
                count("qRank", "Rank of queries", m.qRank(), p.of("attention"));
                count("kvRank", "Rank of keys and values", m.kvRank(), p.of("attention"));
                count("nope", "Elements of a head without position", m.nopeDim(), p.of("attention"));
                count("rope", "Elements of a head with position", m.ropeDim(), p.of("attention"));
                count("vDim", "Elements of a value head", m.valueDim(), p.of("attention"));
            }
        }
        if (x.linear != null) {
            count("nk", "Key heads of a linear layer", x.linear.keyHeads(), p.of("linearAttention"));
            count("nv", "Value heads of a linear layer", x.linear.valueHeads(), p.of("linearAttention"));
            count("dk", "Elements of its key head", x.linear.keyDim(), p.of("linearAttention"));
            count("dv", "Elements of its value head", x.linear.valueDim(), p.of("linearAttention"));
            count("conv", "Taps of its convolution", x.linear.convKernel(), p.of("linearAttention"));
            trace.result("linearParameters", "Parameters of a linear layer's projections",
                    "hidden * (2 * nk * dk + 2 * nv * dv + 2 * nv) + nv * dv * hidden + conv * (2 * nk * dk + nv * dv)",
                    io.headroom.catalog.ParameterCount.linear(x.shape), Dimension.PARAMETERS);
        }
        if (x.shape.slidingWindow() != null) {
            count("window", "Tokens of the window", x.shape.slidingWindow().windowTokens(), p.of("slidingWindow"));
        }
    }

    private void precision() {
        bytes("weightBytes", "Bytes of a weight", x.weightBytes);
        bytes("expertBytes", "Bytes of an expert's weight", x.expertBytes);
        bytes("kvBytes", "Bytes of an element of the KV cache", x.kvBytes);
        bytes("activationBytes", "Bytes of an activation", x.activationBytes);
    }

    private void workload() {
        count("B", "Concurrent requests", x.requests, PLAN);
        trace.input("S", "Input tokens", x.inputTokens, Dimension.TOKENS, PLAN);
        trace.input("O", "Output tokens", x.outputTokens, Dimension.TOKENS, PLAN);
        trace.input("C", "Tokens of a pass at most", x.chunkTokens, Dimension.TOKENS, PLAN);
        trace.result("b", "Sequences of an attention rank", "ceil(B / (dp * a))", x.sequences, Dimension.COUNT);
    }

    private void hardware() {
        Provenance p = x.plan.hardware().gpu().provenance();
        trace.input("hbmBytes", "Memory of a GPU", x.memoryBytes, Dimension.BYTES,
                p.of(x.memoryBytes == x.plan.hardware().gpu().hbmBytes() ? "hbmBytes" : "reportedBytes"));
        trace.input("hbmBandwidth", "Memory bandwidth of a GPU", x.plan.hardware().gpu().hbmBytesPerSecond(),
                Dimension.BYTES_PER_SECOND, p.of("hbmBytesPerSecond"));
        count("G", "GPUs of a node", x.links.gpusPerNode(), p.of("gpusPerNode"));
        trace.input("insideBandwidth", "Link inside a node, per GPU and direction", x.links.inside(),
                Dimension.BYTES_PER_SECOND, p.of("intraNodeBytesPerSecond"));
        trace.input("betweenBandwidth", "Link between nodes, per GPU and direction", x.links.between(),
                Dimension.BYTES_PER_SECOND, p.of("interNodeBytesPerSecond"));
        trace.input("insideLatency", "Latency inside a node", x.links.insideLatency(), Dimension.SECONDS,
                p.of("intraNodeLatencySeconds"));
        trace.input("betweenLatency", "Latency between nodes", x.links.betweenLatency(), Dimension.SECONDS,
                p.of("interNodeLatencySeconds"));
    }

    private void assumptions() {
        Constants c = x.constants;
        fraction("mfu", "MFU", c.mfu(), source(Knob.MFU));
        fraction("mbu", "MBU", c.mbu(), source(Knob.MBU));
        fraction("linkEfficiency", "Link efficiency", c.linkEfficiency(), source(Knob.LINK_EFFICIENCY));
        count("gemmHalfRows", "Rows at which a GEMM reaches half of its MFU", c.gemmHalfRows(),
                source(Knob.GEMM_HALF_ROWS));
        count("imbalance", "Expert imbalance", c.expertImbalance(), source(Knob.EXPERT_IMBALANCE));
        fraction("prefillShareInDecode", "Share of other prefills in decode", c.prefillShareInDecode(),
                source(Knob.PREFILL_SHARE_IN_DECODE));
        trace.input("overheadPerLayer", "Overhead of a layer", c.overheadPerLayerSeconds(), Dimension.SECONDS,
                source(Knob.OVERHEAD_PER_LAYER));
        trace.input("overheadPerMoeLayer", "Overhead of a MoE layer", c.overheadPerMoeLayerSeconds(),
                Dimension.SECONDS, source(Knob.OVERHEAD_PER_MOE_LAYER));
        trace.input("overheadPerQuantizedLayer", "Overhead of a layer with weights narrower than activations",
                c.overheadPerQuantizedLayerSeconds(), Dimension.SECONDS, source(Knob.OVERHEAD_PER_QUANTIZED_LAYER));
        fraction("rankWait", "Share of a layer that a rank waits for very many others", c.rankWait(),
                source(Knob.RANK_WAIT));
        trace.input("overheadPerStep", "Overhead of a pass", c.overheadPerStepSeconds(), Dimension.SECONDS,
                source(Knob.OVERHEAD_PER_STEP));
        fraction("attentionBandwidthFactor", "Share of MBU that attention reaches", c.attentionBandwidthFactor(),
                source(Knob.ATTENTION_BANDWIDTH));
        fraction("expertBandwidthFactor", "Share of MBU that experts reach", c.expertBandwidthFactor(),
                source(Knob.EXPERT_BANDWIDTH));
        fraction("unfusedShare", "Share of the work between GEMMs that goes through memory", c.unfusedShare(),
                source(Knob.UNFUSED_SHARE));
        fraction("blockScaledMfuFactor", "Share of MFU that FP8 weights with a scale a block reach", c.blockScaledMfuFactor(),
                source(Knob.BLOCK_SCALED_MFU));
        fraction("expertMfuFactor", "Share of MFU that experts reach", c.expertMfuFactor(), source(Knob.EXPERT_MFU));
        count("expertHalfRows", "Rows of an expert at which its GEMM reaches half of its MFU, at least", c.expertHalfRows(),
                source(Knob.EXPERT_HALF_ROWS));
        count("expertSkew", "Spread of how often experts are chosen", c.expertSkew(), source(Knob.EXPERT_SKEW));
        fraction("rooflineOverlap", "Share of the shorter side hidden", c.rooflineOverlap(),
                source(Knob.ROOFLINE_OVERLAP));
        trace.input("overheadPerSequence", "Overhead of a sequence in a decode step", c.overheadPerSequenceSeconds(),
                Dimension.SECONDS, source(Knob.OVERHEAD_PER_SEQUENCE));
        trace.input("overheadPerMillionLogits", "Overhead of a million logits in a decode step", c.overheadPerMillionLogitsSeconds(),
                Dimension.SECONDS, source(Knob.OVERHEAD_PER_MILLION_LOGITS));
        trace.input("overheadPerRequest", "Overhead of a request before its first token",
                c.overheadPerRequestSeconds(), Dimension.SECONDS, source(Knob.OVERHEAD_PER_REQUEST));
        count("prefillQueueExponent", "How fast the share waited for falls", c.prefillQueueExponent(),
                source(Knob.PREFILL_QUEUE_EXPONENT));
        count("admissionSteps", "Decode steps until a prompt is taken in", c.admissionSteps(),
                source(Knob.ADMISSION_STEPS));
        trace.input("reserve", "Reserve of the runtime", c.reserveBytes(), Dimension.BYTES, source(Knob.RESERVE));
        trace.input("reserveInGroup", "Reserve of a runtime with several GPUs, on top", c.reserveInGroupBytes(),
                Dimension.BYTES, source(Knob.RESERVE_IN_GROUP));
        trace.input("samplerBytesPerLogit", "Workspace of the sampler for a logit", c.samplerBytesPerLogit(),
                Dimension.BYTES, source(Knob.SAMPLER_BYTES));
    }

    /** Where the value of {@code knob} comes from: its profile, and the model's own rows where it was fitted to them. */
    private String source(Knob knob) {
        Assumptions a = x.plan.assumptions();
        int measurements = a.measurements(knob);
        return "profile " + a.profile().id() + ": " + (measurements == 0 ? "" : "fitted to " + measurements
                + " measurements of this model on this engine and architecture. ") + a.profile().source();
    }

    private void count(String symbol, String name, double value, String source) {
        trace.input(symbol, name, value, Dimension.COUNT, source);
    }

    private void bytes(String symbol, String name, double value) {
        trace.input(symbol, name, value, Dimension.BYTES, "precision of " + PLAN);
    }

    private void fraction(String symbol, String name, double value, String source) {
        trace.input(symbol, name, value, Dimension.FRACTION, source);
    }
}
