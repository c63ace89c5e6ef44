package io.headroom.estimate.memory;

import static io.headroom.estimate.explain.Trace.term;

import io.headroom.catalog.LayerCounts;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Bytes of keys and values, and of the state of linear layers, that one GPU holds for one sequence.
 *
 * <p>Per token and layer GQA {@code 2*max(g/t,1)*dh}, MLA {@code kvRank + rope} (t does not split it), times KV bytes;
 * tokens {@code ceil((S+O)/16)*16} (paged blocks), at most {@code ceil(window/16)*16} on sliding layers, /c. Linear layers
 * {@code nv*dk*dv*4/t + conv*(2nk*dk + nv*dv)*activation bytes/t} whatever the length. Source: vLLM's block manager
 * (16 tokens a block); DeepSeek-V2, section 2.1.
 */
final class KvCache {

    /** Tokens of a block: the default of vLLM. */
    static final int BLOCK_TOKENS = 16;

    private final Deployment x;
    /** Bytes of one token on one softmax-attention layer, not yet shared among CP ranks. */
    private final double tokenLayerBytes;
    /** Bytes of one sequence on one linear layer. */
    private final double stateBytes;

    KvCache(Deployment x, Trace trace) {
        this.x = x;
        this.tokenLayerBytes = x.latent != null
                ? term(trace, "kvToken", "KV cache of a token on a layer", "(kvRank + rope) * kvBytes",
                        (x.latent.kvRank() + x.latent.ropeDim()) * x.kvBytes, Dimension.BYTES)
                : term(trace, "kvToken", "KV cache of a token on a layer",
                        "2 * max(kvHeads / tp, 1) * headDim * kvBytes",
                        2 * x.kvHeadsPerGpu() * x.headDim * x.kvBytes, Dimension.BYTES);
        this.stateBytes = x.linear == null ? 0 : state(trace);
    }

    private double state(Trace trace) {
        var a = x.linear;
        double values = (double) a.valueHeads() * a.valueDim();
        double matrix = a.valueHeads() * (double) a.keyDim() * a.valueDim() * 4 / x.tp;
        double taps = a.convKernel() * (2.0 * a.keyHeads() * a.keyDim() + values) * x.activationBytes / x.tp;
        return term(trace, "linearState", "State of a sequence on a linear layer",
                "nv * dk * dv * 4 / tp + conv * (2 * nk * dk + nv * dv) * activationBytes / tp", matrix + taps,
                Dimension.BYTES);
    }

    /** Bytes of one sequence of {@code tokens} on a GPU of {@code stage}. */
    double sequenceBytes(int stage, long tokens) {
        double full = blocks(tokens);
        double sliding = x.shape.slidingWindow() == null ? 0
                : Math.min(full, blocks(x.shape.slidingWindow().windowTokens()));
        double bytes = 0;
        LayerCounts counts = x.plan.model().layerCounts();
        for (int i = 0; i < counts.kinds(); i++) {
            LayerKind kind = counts.kind(i);
            bytes += x.stages.layers(stage, kind.ordinal()) * switch (kind.attending()) {
                case FULL -> tokenLayerBytes * full / x.cp;
                case SLIDING -> tokenLayerBytes * sliding / x.cp;
                case LINEAR -> stateBytes;
            };
        }
        return bytes;
    }

    /** Bytes of one token on a GPU of {@code stage}, sliding layers counted like full ones, linear layers not. */
    double tokenBytes(int stage) {
        return softmaxLayers(stage) * tokenLayerBytes / x.cp;
    }

    /** Bytes by which a sequence of {@code stage} grows with a token once its windows are full. */
    double growthBytes(int stage) {
        int full = x.stages.layers(stage, LayerKind.FULL_DENSE.ordinal())
                + x.stages.layers(stage, LayerKind.FULL_MOE.ordinal());
        return full * tokenLayerBytes / x.cp;
    }

    private int softmaxLayers(int stage) {
        return x.stages.layers(stage) - x.stages.layers(stage, LayerKind.LINEAR_DENSE.ordinal())
                - x.stages.layers(stage, LayerKind.LINEAR_MOE.ordinal());
    }

    /** Tokens rounded up to whole blocks. */
    static double blocks(long tokens) {
        return (double) ((tokens + BLOCK_TOKENS - 1) / BLOCK_TOKENS) * BLOCK_TOKENS;
    }

    /** Records how the KV cache of {@code stage} follows from its layers. */
    void explain(Trace trace, int stage, double b, double bytes) {
        int linearLayers = x.stages.layers(stage) - softmaxLayers(stage);
        int full = x.stages.layers(stage, LayerKind.FULL_DENSE.ordinal())
                + x.stages.layers(stage, LayerKind.FULL_MOE.ordinal());
        int sliding = softmaxLayers(stage) - full;
        trace.result("kvTokens", "Tokens of a sequence in whole blocks", "ceil((S + O) / 16) * 16",
                blocks((long) x.inputTokens + x.outputTokens), Dimension.TOKENS);
        StringBuilder f = new StringBuilder("b * (").append(full).append(" * kvToken * kvTokens / cp");
        if (sliding > 0) {
            f.append(" + ").append(sliding).append(" * kvToken * min(kvTokens, ceil(window / 16) * 16) / cp");
        }
        if (linearLayers > 0) {
            f.append(" + ").append(linearLayers).append(" * linearState");
        }
        trace.result("kvCache", "KV cache", f.append(")").toString(), bytes, Dimension.BYTES);
    }
}
