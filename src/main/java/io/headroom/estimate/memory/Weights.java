package io.headroom.estimate.memory;

import static io.headroom.estimate.explain.Trace.term;

import io.headroom.catalog.LayerCounts;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Bytes of parameters that one GPU of a stage holds.
 *
 * <p>Attention /t (KV projections / min(t, g): copied when t exceeds g; MLA's down-projections copied, not split), dense
 * FFN /t, shared experts /t, experts {@code ceil(E/e)*mats*d*fe/et} as its engine pads them ({@code Padding}), router and norms whole, embedding /t on the first
 * stage, LM head /t on the last (tied: one copy at p = 1, a second on the last stage otherwise). Router, norms,
 * embedding and head are bf16. Source: Megatron-LM's column and row parallel layers; vLLM's replication of KV heads.
 */
final class Weights {

    private static final String EXPERTS = "ceil(E / ep) * ffnMatrices * hidden * expertWidth / et * expertBytes";

    private final Deployment x;
    private final Trace trace;
    private final LayerCounts counts;
    /** Bytes of a layer, of each of the kinds that the model has. */
    private final double[] layerBytes;

    Weights(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
        this.counts = x.plan.model().layerCounts();
        this.layerBytes = new double[counts.kinds()];
        for (int i = 0; i < layerBytes.length; i++) {
            layerBytes[i] = layer(counts.kind(i));
        }
    }

    /** Bytes on a GPU of {@code stage}. */
    double stageBytes(int stage) {
        double bytes = 0;
        StringBuilder formula = trace == null ? null : new StringBuilder();
        for (int i = 0; i < layerBytes.length; i++) {
            LayerKind kind = counts.kind(i);
            int n = x.stages.layers(stage, kind.ordinal());
            bytes += n * layerBytes[i];
            if (formula != null && n > 0) {
                formula.append(formula.isEmpty() ? "" : " + ").append(n).append(" * weights_").append(kind);
            }
        }
        double table = x.shape.vocabulary() * x.hidden / x.tp * Deployment.BF16_BYTES;
        boolean isFirst = stage == 0;
        boolean isLast = stage == x.pipeline() - 1;
        if (isFirst) {
            bytes += table;
        }
        if (isLast) {
            bytes += x.hidden * Deployment.BF16_BYTES;
            if (!(x.shape.tiedEmbeddings() && isFirst)) {
                bytes += table;
            }
        }
        if (formula != null) {
            trace.result("table", "Embedding table or LM head", "vocabulary * hidden / tp * 2", table, Dimension.BYTES);
            formula.append(isFirst ? " + table" : "").append(isLast ? " + hidden * 2" : "")
                    .append(isLast && !(x.shape.tiedEmbeddings() && isFirst) ? " + table" : "");
            trace.result("weights", "Weights", formula.toString(), bytes, Dimension.BYTES);
        }
        return bytes;
    }

    private double layer(LayerKind kind) {
        if (trace != null) {
            trace.open("weights of a layer, " + kind);
        }
        double attention = kind.attending() == LayerKind.Attending.LINEAR ? linear()
                : x.latent != null ? latent() : grouped();
        double ffn = kind.moe() ? moe() : term(trace, "ffn", "Dense FFN", "ffnMatrices * hidden * ffnWidth / tp * weightBytes",
                x.shape.ffnMatrices() * x.hidden * x.shape.ffnWidth() / x.tp * x.weightBytes, Dimension.BYTES);
        double bytes = attention + ffn + 2 * x.hidden * Deployment.BF16_BYTES;
        if (trace != null) {
            trace.result("layer", "Weights of a layer", "attention + ffn + 2 * hidden * 2", bytes, Dimension.BYTES);
            trace.export("layer", "weights_" + kind);
            trace.close();
        }
        return bytes;
    }

    private double grouped() {
        double query = (x.grouped.outputGate() ? 3 : 2) * x.heads * x.headDim / x.tp;
        double keyValue = 2 * x.kvHeads * x.headDim / Math.min(x.tp, x.kvHeads);
        return term(trace, "attention", "Attention projections",
                "hidden * (qAndOut * heads * headDim / tp + 2 * kvHeads * headDim / min(tp, kvHeads)) * weightBytes",
                x.hidden * (query + keyValue) * x.weightBytes, Dimension.BYTES);
    }

    private double latent() {
        var m = x.latent;
        double queryWidth = x.heads * (m.nopeDim() + m.ropeDim());
        double query = m.qRank() == 0 ? x.hidden * queryWidth / x.tp
                : x.hidden * m.qRank() + m.qRank() * queryWidth / x.tp;
        double down = x.hidden * (m.kvRank() + m.ropeDim());
        double up = (m.kvRank() * x.heads * (m.nopeDim() + m.valueDim()) + x.heads * m.valueDim() * x.hidden) / x.tp;
        String queryFormula = m.qRank() == 0 ? "hidden * heads * (nope + rope) / tp"
                : "hidden * qRank + qRank * heads * (nope + rope) / tp";
        return term(trace, "attention", "Latent attention projections", "(" + queryFormula + " + hidden * (kvRank + rope) "
                + "+ (kvRank * heads * (nope + vDim) + heads * vDim * hidden) / tp) * weightBytes",
                (query + down + up) * x.weightBytes, Dimension.BYTES);
    }

    private double linear() {
        return term(trace, "attention", "Gated-delta projections", "linearParameters / tp * weightBytes",
                io.headroom.catalog.ParameterCount.linear(x.shape) / x.tp * x.weightBytes, Dimension.BYTES);
    }

    private double moe() {
        int perGpu = Deployment.ceilDiv(x.moe.experts(), x.ep);
        double matrices = (double) x.shape.ffnMatrices() * x.hidden;
        double experts = term(trace, "experts", "Routed experts",
                x.padding == null ? EXPERTS : EXPERTS + " * padding", perGpu * matrices * x.moe.expertWidth()
                        / x.groups.expertTensor() * x.expertBytes * x.expertPadding, Dimension.BYTES);
        double shared = term(trace, "shared", "Shared experts", "ffnMatrices * hidden * sharedWidth / tp * weightBytes",
                matrices * x.moe.sharedWidth() / x.tp * x.weightBytes, Dimension.BYTES);
        double router = x.hidden * x.moe.experts() * Deployment.BF16_BYTES;
        return term(trace, "ffn", "Experts and router", "experts + shared + hidden * E * 2",
                experts + shared + router, Dimension.BYTES);
    }
}
