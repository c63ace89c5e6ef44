package io.headroom.catalog;

/**
 * Parameters that follow from a model's architecture.
 *
 * <p>Attention GQA {@code d(h+2g)dh + h*dh*d} (with an output gate q counts twice); MLA {@code d*qRank +
 * qRank*h(nope+rope)} (without qRank {@code d*h(nope+rope)}) {@code + d(kvRank+rope) + kvRank*h(nope+vDim) + h*vDim*d};
 * gated-delta layer {@code d(2nk*dk + 2nv*dv + 2nv) + nv*dv*d + conv(2nk*dk + nv*dv)}; FFN {@code mats*d*f}; MoE layer
 * {@code mats*d(E*fe + fs) + d*E}; norms {@code 2d} a layer and {@code d} at the end; embedding {@code V*d}; LM head
 * {@code V*d} unless tied. Not counted: biases, q/k norms, MLA's inner norms. Active parameters are what one token
 * multiplies: all but the embedding table and the experts not chosen. Llama-3.1-8B is 8,030,261,248.
 *
 * @param total all parameters
 * @param active parameters that one token multiplies
 */
public record ParameterCount(double total, double active) {

    static ParameterCount of(ModelSpec.Shape s, LayerCounts counts) {
        double d = s.hidden();
        double total = d;
        double idleExperts = 0;
        for (int k = 0; k < LayerKind.COUNT; k++) {
            LayerKind kind = LayerKind.at(k);
            int n = counts.count(kind);
            if (n == 0) {
                continue;
            }
            double mixing = kind.attending() == LayerKind.Attending.LINEAR ? linear(s) : attention(s);
            total += n * (mixing + (kind.moe() ? moe(s) : ffn(s)) + 2 * d);
            if (kind.moe()) {
                idleExperts += n * (double) (s.moe().experts() - s.moe().topK()) * expert(s);
            }
        }
        double table = s.vocabulary() * d;
        total += s.tiedEmbeddings() ? table : 2 * table;
        // a tied table is multiplied too: as the LM head
        return new ParameterCount(total, total - idleExperts - (s.tiedEmbeddings() ? 0 : table));
    }

    /** Softmax-attention parameters of one layer. */
    public static double attention(ModelSpec.Shape s) {
        double d = s.hidden();
        return switch (s.attention()) {
            case Attention.GroupedQuery a -> {
                double q = (double) a.heads() * a.headDim();
                yield d * ((a.outputGate() ? 2 * q : q) + 2.0 * a.kvHeads() * a.headDim()) + q * d;
            }
            case Attention.Latent a -> {
                double h = a.heads();
                double queryWidth = h * (a.nopeDim() + a.ropeDim());
                double query = a.qRank() == 0 ? d * queryWidth : d * a.qRank() + a.qRank() * queryWidth;
                yield query + d * (a.kvRank() + a.ropeDim()) + a.kvRank() * h * (a.nopeDim() + a.valueDim())
                        + h * a.valueDim() * d;
            }
        };
    }

    /** Gated-delta parameters of one linear layer. */
    public static double linear(ModelSpec.Shape s) {
        LinearAttention a = s.linearAttention();
        double keys = 2.0 * a.keyHeads() * a.keyDim();
        double values = (double) a.valueHeads() * a.valueDim();
        double d = s.hidden();
        return d * (keys + 2 * values + 2 * a.valueHeads()) + values * d + a.convKernel() * (keys + values);
    }

    /** Dense FFN parameters of one layer. */
    public static double ffn(ModelSpec.Shape s) {
        return (double) s.ffnMatrices() * s.hidden() * s.ffnWidth();
    }

    /** Parameters of one routed expert. */
    public static double expert(ModelSpec.Shape s) {
        return (double) s.ffnMatrices() * s.hidden() * s.moe().expertWidth();
    }

    /** Parameters of one MoE layer's FFN: routed and shared experts and the router. */
    public static double moe(ModelSpec.Shape s) {
        MoeSpec m = s.moe();
        return m.experts() * expert(s) + (double) s.ffnMatrices() * s.hidden() * m.sharedWidth()
                + (double) s.hidden() * m.experts();
    }
}
