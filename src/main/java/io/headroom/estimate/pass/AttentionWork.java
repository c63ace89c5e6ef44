package io.headroom.estimate.pass;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * The token mixing of a layer: projections and softmax attention (grouped or latent), or gated-delta attention.
 *
 * <p>Scores and values cost {@code 4*T*seen*(h/t)*dh} FLOP and read the KV cache of the context once. Latent attention
 * is expanded in prefill and absorbed in decode. Source: cost model, section 4; FlashAttention (Dao 2022) for reading
 * the cache once; DeepSeek-V2, appendix, for the absorbed form.
 */
final class AttentionWork {

    private final Deployment x;
    private final Work work;
    private final Trace trace;

    AttentionWork(Deployment x, Work work, Trace trace) {
        this.x = x;
        this.work = work;
        this.trace = trace;
    }

    void add(Pass pass, LayerKind.Attending attending) {
        double t = pass.allTokens() / x.cp;
        if (attending == LayerKind.Attending.LINEAR) {
            gatedDelta(pass, t);
            return;
        }
        double seen = seen(pass, attending);
        if (trace != null) {
            explainSeen(pass, attending, seen);
        }
        if (x.latent != null) {
            latent(pass, t, seen, attending);
        } else {
            grouped(pass, t, seen, attending);
        }
    }

    private double seen(Pass pass, LayerKind.Attending attending) {
        return attending == LayerKind.Attending.SLIDING ? pass.seen(x.shape.slidingWindow()) : pass.seen();
    }

    private void grouped(Pass pass, double t, double seen, LayerKind.Attending attending) {
        boolean gate = x.grouped.outputGate();
        double queryHeads = gate ? 2 * x.heads : x.heads;
        double width = (queryHeads + 2 * Math.max(x.kvHeads, x.tp)) * x.headDim / x.tp;
        work.gemm("qkv", t, x.hidden, "hidden", width, gate ? "(2 * heads + 2 * max(kvHeads, tp)) * headDim / tp"
                : "(heads + 2 * max(kvHeads, tp)) * headDim / tp", x.weightGemm);
        groupedScores(pass, seen, attending);
        if (pass.riding() != null) {
            groupedScores(pass.riding(), seen(pass.riding(), attending), attending);
        }
        double out = x.heads / x.tp * x.headDim;
        work.gemm("attention out", t, out, "heads / tp * headDim", x.hidden, "hidden", x.weightGemm);
        beside(t, (x.heads / x.tp + 2 * x.kvHeadsPerGpu()) * x.headDim, "(heads / tp + 2 * max(kvHeads / tp, 1)) * headDim", out,
                "heads / tp * headDim");
    }

    /** What stands between the GEMMs: rotary embedding of queries and keys on their way to the cache, quantizing. */
    private void beside(double t, double mixed, String mixedFormula, double out, String outFormula) {
        double bytes = t * (2 * mixed * x.activationBytes + (x.hidden + out) * x.weightGemm.quantizedBytes());
        work.unfused("beside attention", bytes, trace == null ? null : "T * (2 * " + mixedFormula
                + " * activationBytes + (hidden + " + outFormula + ") * " + x.weightGemm.quantizedFormula("weightBytes") + ")");
    }

    private void groupedScores(Pass pass, double seen, LayerKind.Attending attending) {
        double t = pass.ownTokens() / x.cp;
        double flop = 4 * t * seen * (x.heads / x.tp) * x.headDim;
        double context = context(pass, seen, attending);
        double read = pass.sequences() * context / x.cp * 2 * x.kvHeadsPerGpu() * x.headDim * x.kvBytes;
        double moved = t * (2 * x.heads / x.tp + 2 * x.kvHeadsPerGpu()) * x.headDim * x.activationBytes;
        work.attention("attention", flop, "4 * T * seen * heads / tp * headDim", read + moved,
                "read + T * (2 * heads / tp + 2 * max(kvHeads / tp, 1)) * headDim * activationBytes",
                read, "n * context / cp * 2 * max(kvHeads / tp, 1) * headDim * kvBytes", x.peaks.activations(),
                x.constants.attentionMfu());
    }

    private double context(Pass pass, double seen, LayerKind.Attending attending) {
        double context = pass.isPrefill() ? pass.context() : seen;
        String formula = pass.isPrefill() ? "x" : "seen";
        if (pass.isPrefill() && attending == LayerKind.Attending.SLIDING) {
            context = Math.min(context, x.shape.slidingWindow().windowTokens() + pass.tokens());
            formula = "min(x, window + q)";
        }
        return Trace.term(trace, "context", "Tokens of the cache read", formula, context, Dimension.TOKENS);
    }

    private void latent(Pass pass, double t, double seen, LayerKind.Attending attending) {
        Attention.Latent m = x.latent;
        double h = x.heads / x.tp;
        double queryWidth = h * (m.nopeDim() + m.ropeDim());
        if (m.qRank() > 0) {
            work.gemm("q down", t, x.hidden, "hidden", m.qRank(), "qRank", x.weightGemm);
            work.gemm("q up", t, m.qRank(), "qRank", queryWidth, "heads / tp * (nope + rope)", x.weightGemm);
        } else {
            work.gemm("q", t, x.hidden, "hidden", queryWidth, "heads / tp * (nope + rope)", x.weightGemm);
        }
        work.gemm("kv down", t, x.hidden, "hidden", m.kvRank() + m.ropeDim(), "kvRank + rope", x.weightGemm);
        latentScores(pass, seen, h, m);
        if (pass.riding() != null) {
            latentScores(pass.riding(), seen(pass.riding(), attending), h, m);
        }
        work.gemm("attention out", t, h * m.valueDim(), "heads / tp * vDim", x.hidden, "hidden", x.weightGemm);
        beside(t, queryWidth, "heads / tp * (nope + rope)", h * m.valueDim(), "heads / tp * vDim");
    }

    private void latentScores(Pass pass, double seen, double h, Attention.Latent m) {
        double t = pass.ownTokens() / x.cp;
        if (pass.isPrefill()) {
            work.gemm("kv up", t, m.kvRank(), "kvRank", h * (m.nopeDim() + m.valueDim()),
                    "heads / tp * (nope + vDim)", x.weightGemm);
            latentPrefill(pass, t, seen, h, m);
        } else {
            absorb(t, h, m);
            latentDecode(pass, t, seen, h, m);
        }
    }

    private void absorb(double t, double h, Attention.Latent m) {
        double elements = h * m.kvRank() * (m.nopeDim() + m.valueDim());
        double eta = x.weightGemm.mfu() * t / (t + x.constants.gemmHalfRows());
        work.weights("absorb", 2 * t * elements, "2 * T * heads / tp * kvRank * (nope + vDim)",
                elements * x.weightBytes, "heads / tp * kvRank * (nope + vDim) * weightBytes", x.weightGemm.peak(), eta);
    }

    private void latentDecode(Pass pass, double t, double seen, double h, Attention.Latent m) {
        double read = pass.sequences() * seen / x.cp * (m.kvRank() + m.ropeDim()) * x.kvBytes;
        work.attention("attention", 2 * t * seen * h * (2 * m.kvRank() + m.ropeDim()),
                "2 * T * seen * heads / tp * (2 * kvRank + rope)", read, "read", read,
                "n * seen / cp * (kvRank + rope) * kvBytes", x.peaks.activations(), x.constants.attentionMfu());
    }

    private void latentPrefill(Pass pass, double t, double seen, double h, Attention.Latent m) {
        double read = pass.sequences() * pass.context() / x.cp * (m.kvRank() + m.ropeDim()) * x.kvBytes;
        double moved = t * h * (2.0 * (m.nopeDim() + m.ropeDim()) + 2.0 * m.valueDim()) * x.activationBytes;
        work.attention("attention", 2 * t * seen * h * (m.nopeDim() + m.ropeDim() + m.valueDim()),
                "2 * T * seen * heads / tp * (nope + rope + vDim)", read + moved,
                "read + T * heads / tp * (2 * (nope + rope) + 2 * vDim) * activationBytes", read,
                "n * x / cp * (kvRank + rope) * kvBytes", x.peaks.activations(), x.constants.attentionMfu());
    }

    private void gatedDelta(Pass pass, double t) {
        var a = x.linear;
        double keys = 2.0 * a.keyHeads() * a.keyDim();
        double values = (double) a.valueHeads() * a.valueDim();
        work.gemm("linear in", t, x.hidden, "hidden", (keys + 2 * values + 2 * a.valueHeads()) / x.tp,
                "(2 * nk * dk + 2 * nv * dv + 2 * nv) / tp", x.weightGemm);
        double heads = (double) a.valueHeads() / x.tp;
        double state = heads * a.keyDim() * a.valueDim();
        work.attention("gated delta rule", 6 * t * state, "6 * T * nv / tp * dk * dv",
                pass.allSequences() * 2 * state * 4 + t * (keys + 2 * values) / x.tp * x.activationBytes,
                "n * 2 * nv / tp * dk * dv * 4 + T * (2 * nk * dk + 2 * nv * dv) / tp * activationBytes", 0, "0",
                x.peaks.activations(), x.constants.attentionMfu());
        work.gemm("linear out", t, values / x.tp, "nv * dv / tp", x.hidden, "hidden", x.weightGemm);
        beside(t, (keys + 2 * values) / x.tp, "(2 * nk * dk + 2 * nv * dv) / tp", values / x.tp, "nv * dv / tp");
    }

    private void explainSeen(Pass pass, LayerKind.Attending attending, double seen) {
        String formula = "x - (q - 1) / 2";
        if (attending == LayerKind.Attending.SLIDING) {
            double w = x.shape.slidingWindow().windowTokens();
            double before = pass.context() - pass.tokens();
            formula = pass.context() <= w ? formula : before >= w ? "window"
                    : "((window - (x - q)) * (x - q + 1 + window) / 2 + (q - (window - (x - q))) * window) / q";
        }
        trace.result("seen", "Tokens that a query sees, on average", formula, seen, Dimension.TOKENS);
    }
}
