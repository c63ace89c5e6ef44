package io.headroom.estimate.memory;

import static io.headroom.estimate.explain.Trace.term;

import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Bytes of working tensors of the largest pass: the residual stream twice and the widest of the tensors that its
 * layers make, with {@code T = max(C, b)/c} tokens a GPU and {@code N = T*c*a} before the experts.
 *
 * <p>{@code activation bytes * [2*T*d (/t with SP) + max(T*(2h + 2*max(g,t))*dh/t, T*mats*f/t, rho*N*k/e*(2d +
 * mats*fe/et) + T*mats*fs/t)] + on the last stage 4*b*V/t}; MLA's attention term is
 * {@code T*(h/t)*(2(nope+rope) + 2*vDim)}. Only kinds of layer that the stage holds count. Source: cost model, section 3;
 * engines reserve for their largest pass at start.
 */
final class Activations {

    private final Deployment x;
    private final Trace trace;

    Activations(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
    }

    /** Bytes on a GPU of {@code stage} with {@code b} sequences a rank. */
    double stageBytes(int stage, double b) {
        double tensors = tensorBytes(stage, b);
        double logits = logitBytes(stage, b);
        return term(trace, "activations", "Activations", logits > 0
                ? "activationBytes * (stream + widest) + 4 * b * vocabulary / tp"
                : "activationBytes * (stream + widest)", tensors + logits, Dimension.BYTES);
    }

    /** Bytes of the logits of {@code b} sequences: on the last stage only. */
    double logitBytes(int stage, double b) {
        return stage == x.pipeline() - 1 ? 4 * b * x.shape.vocabulary() / x.tp : 0;
    }

    /** Bytes of what layers make; the same for every b up to C. */
    double tensorBytes(int stage, double b) {
        double tokens = term(trace, "T", "Tokens of the largest pass", "max(C, b) / cp",
                Math.max(x.chunkTokens, b) / x.cp, Dimension.TOKENS);
        double stream = term(trace, "stream", "Residual stream", x.plan.parallelism().sequence()
                ? "2 * T * hidden / tp" : "2 * T * hidden",
                2 * tokens * x.hidden / (x.plan.parallelism().sequence() ? x.tp : 1), Dimension.COUNT);
        return x.activationBytes * (stream + widest(stage, tokens));
    }

    private double widest(int stage, double tokens) {
        double attention = holds(stage, LayerKind.FULL_DENSE) || holds(stage, LayerKind.FULL_MOE)
                || holds(stage, LayerKind.SLIDING_DENSE) || holds(stage, LayerKind.SLIDING_MOE) ? attention(tokens) : 0;
        double dense = holds(stage, LayerKind.FULL_DENSE) || holds(stage, LayerKind.SLIDING_DENSE)
                || holds(stage, LayerKind.LINEAR_DENSE) ? dense(tokens) : 0;
        double moe = holds(stage, LayerKind.FULL_MOE) || holds(stage, LayerKind.SLIDING_MOE)
                || holds(stage, LayerKind.LINEAR_MOE) ? moe(tokens) : 0;
        double widest = Math.max(attention, Math.max(dense, moe));
        if (trace != null) {
            String a = attention > 0 ? "attentionTensors" : "0";
            String d = dense > 0 ? "ffnTensors" : "0";
            String m = moe > 0 ? "expertTensors" : "0";
            trace.result("widest", "Widest tensors of a layer", "max(" + a + ", max(" + d + ", " + m + "))", widest,
                    Dimension.COUNT);
        }
        return widest;
    }

    private double attention(double tokens) {
        if (x.latent != null) {
            var m = x.latent;
            return term(trace, "attentionTensors", "Attention tensors", "T * heads / tp * (2 * (nope + rope) + 2 * vDim)",
                    tokens * x.heads / x.tp * (2.0 * (m.nopeDim() + m.ropeDim()) + 2.0 * m.valueDim()),
                    Dimension.COUNT);
        }
        return term(trace, "attentionTensors", "Attention tensors",
                "T * (2 * heads + 2 * max(kvHeads, tp)) * headDim / tp",
                tokens * (2 * x.heads + 2 * Math.max(x.kvHeads, x.tp)) * x.headDim / x.tp, Dimension.COUNT);
    }

    private double dense(double tokens) {
        return term(trace, "ffnTensors", "FFN tensors", "T * ffnMatrices * ffnWidth / tp",
                tokens * x.shape.ffnMatrices() * x.shape.ffnWidth() / x.tp, Dimension.COUNT);
    }

    private double moe(double tokens) {
        double rows = x.constants.expertImbalance() * tokens * x.cp * x.groups.attentionData() * x.moe.topK() / x.ep;
        double width = 2 * x.hidden + (double) x.shape.ffnMatrices() * x.moe.expertWidth() / x.groups.expertTensor();
        return term(trace, "expertTensors", "Expert tensors",
                "imbalance * T * cp * a * k / ep * (2 * hidden + ffnMatrices * expertWidth / et)"
                        + " + T * ffnMatrices * sharedWidth / tp",
                rows * width + tokens * x.shape.ffnMatrices() * x.moe.sharedWidth() / x.tp, Dimension.COUNT);
    }

    private boolean holds(int stage, LayerKind kind) {
        return x.stages.layers(stage, kind.ordinal()) > 0;
    }
}
