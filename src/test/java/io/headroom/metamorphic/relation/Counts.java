package io.headroom.metamorphic.relation;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LayerKind;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.engine.ExpertPadding;
import io.headroom.plan.Plan;

/**
 * Elements and multiplications of a model, counted layer by layer from its figures: what relations are held against.
 * It shares no code with the estimator: layers are told apart by their index, matrices by their widths.
 */
final class Counts {

    private final Shape s;
    private final int t;
    private final int c;
    private final ExpertPadding rule;

    /** Counts of {@code plan}'s model, its matrices shared among the TP degree of the plan. */
    Counts(Plan plan) {
        this.s = plan.model().shape();
        this.t = plan.parallelism().tensor();
        this.c = plan.parallelism().context();
        this.rule = plan.assumptions().engineSpec().padding(plan.precision().experts().key(), plan.hardware().gpu().hbmBytes());
    }

    boolean isMoe(int layer) {
        MoeSpec m = s.moe();
        return m != null && layer >= m.denseFirst() && (layer + 1) % m.every() == 0;
    }

    boolean isLinear(int layer) {
        return s.linearAttention() != null && (layer + 1) % s.linearAttention().fullEvery() != 0;
    }

    boolean isSliding(int layer) {
        SlidingWindow w = s.slidingWindow();
        return w != null && !isLinear(layer) && (w.fullEvery() == 0 || (layer + 1) % w.fullEvery() != 0);
    }

    /** Share by which the engine's tiles are larger than an expert that {@code shared} GPUs split; 0 where it pads none. */
    double padding(int shared) {
        double width = (double) s.moe().expertWidth() / shared;
        return rule == null ? 0 : rule.hidden(s.hidden()) / s.hidden() * (rule.width(width) / width) - 1;
    }

    int moeLayers() {
        return count(this::isMoe);
    }

    int linearLayers() {
        return count(this::isLinear);
    }

    int slidingLayers() {
        return count(this::isSliding);
    }

    int count(java.util.function.IntPredicate which) {
        int n = 0;
        for (int l = 0; l < s.layers(); l++) {
            n += which.test(l) ? 1 : 0;
        }
        return n;
    }

    /** Elements of the matrices that every one of the t GPUs holds a t-th of, in one softmax-attention layer. */
    double splitAttention() {
        double d = s.hidden();
        return switch (s.attention()) {
            case Attention.GroupedQuery g -> (g.outputGate() ? 3 : 2) * d * g.heads() * g.headDim();
            case Attention.Latent m -> {
                double query = (m.qRank() == 0 ? d : m.qRank()) * (double) m.heads() * (m.nopeDim() + m.ropeDim());
                yield query + (double) m.heads() * (m.kvRank() * (double) (m.nopeDim() + m.valueDim()) + m.valueDim() * d);
            }
        };
    }

    /** Elements of the key and value projections of a grouped-query layer; 0 with latent attention. */
    double keyValue() {
        return s.attention() instanceof Attention.GroupedQuery g ? 2.0 * s.hidden() * g.kvHeads() * g.headDim() : 0;
    }

    int kvHeads() {
        return s.attention() instanceof Attention.GroupedQuery g ? g.kvHeads() : 1;
    }

    /** Elements of latent attention's down-projections, which every GPU holds whole; 0 with grouped queries. */
    double down() {
        return s.attention() instanceof Attention.Latent m ? (double) s.hidden() * (m.qRank() + m.kvRank() + m.ropeDim())
                : 0;
    }

    /** Elements of the two matrices of a gated-delta layer. */
    double linearMatrices() {
        LinearAttention a = s.linearAttention();
        double values = (double) a.valueHeads() * a.valueDim();
        return s.hidden() * (2.0 * a.keyHeads() * a.keyDim() + 2 * values + 2 * a.valueHeads()) + values * s.hidden();
    }

    /** Elements of a gated-delta layer's convolution. */
    double taps() {
        LinearAttention a = s.linearAttention();
        return a.convKernel() * (2.0 * a.keyHeads() * a.keyDim() + (double) a.valueHeads() * a.valueDim());
    }

    /** Elements of one routed expert. */
    double expert() {
        return s.moe() == null ? 0 : (double) s.ffnMatrices() * s.hidden() * s.moe().expertWidth();
    }

    double shared() {
        return s.moe() == null ? 0 : (double) s.ffnMatrices() * s.hidden() * s.moe().sharedWidth();
    }

    double dense() {
        return (double) s.ffnMatrices() * s.hidden() * s.ffnWidth();
    }

    double router() {
        return s.moe() == null ? 0 : (double) s.hidden() * s.moe().experts();
    }

    double table() {
        return (double) s.vocabulary() * s.hidden();
    }

    /** Multiply-adds of a token in the matrices of all layers, on all t GPUs together, experts apart. */
    double multiplied() {
        double sum = 0;
        for (int l = 0; l < s.layers(); l++) {
            // KV projections are computed t times a head where t exceeds the heads, down-projections and router always
            sum += isLinear(l) ? linearMatrices()
                    : splitAttention() + keyValue() * Math.max(kvHeads(), t) / kvHeads() + down() * t;
            sum += isMoe(l) ? shared() + router() * t : dense();
        }
        return sum;
    }

    /** Multiply-adds of a token in routed experts, all layers. */
    double multipliedExperts() {
        return s.moe() == null ? 0 : moeLayers() * s.moe().topK() * expert();
    }

    /** FLOP of a prompt of {@code n} tokens whose experts see no more than it, on the GPUs that work. */
    double promptFlop(double n) {
        double flop = 2 * n * (multiplied() + multipliedExperts()) + headFlop();
        for (int l = 0; l < s.layers(); l++) {
            flop += isLinear(l) ? n * ruleFlop() : isSliding(l) ? scoreFlop() * seen(n, s.slidingWindow().windowTokens())
                    : scoreFlop() * seen(n, n);
        }
        return flop;
    }

    /** FLOP of the LM head for the last token: every context rank makes the logits. */
    double headFlop() {
        return 2 * table() * c;
    }

    /** FLOP of a query and one token that it sees, all heads. */
    private double scoreFlop() {
        return switch (s.attention()) {
            case Attention.GroupedQuery g -> 4.0 * g.heads() * g.headDim();
            case Attention.Latent m -> 2.0 * m.heads() * (m.nopeDim() + m.ropeDim() + m.valueDim());
        };
    }

    private double ruleFlop() {
        LinearAttention a = s.linearAttention();
        return 6.0 * a.valueHeads() * a.keyDim() * a.valueDim();
    }

    /** Tokens that the first {@code n} tokens see, each itself and those before it, {@code window} at most. */
    private static double seen(double n, double window) {
        double rising = Math.min(n, window);
        return rising * (rising + 1) / 2 + (n - rising) * window;
    }

    /** Layers of any kind that the model's own count has; the sum is the number of layers. */
    static int layersByKind(ModelSpec model) {
        int n = 0;
        for (LayerKind kind : LayerKind.values()) {
            n += model.layerCounts().count(kind);
        }
        return n;
    }
}
