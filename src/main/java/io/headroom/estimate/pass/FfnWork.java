package io.headroom.estimate.pass;

import io.headroom.catalog.MoeSpec;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * The FFN of a layer: dense, or router, shared and routed experts.
 *
 * <p>Routed experts see {@code rows = rho*N*k/e} rows a GPU and touch {@code ceil(E/e)*(1 - (1 - k/E)^N)} of their weight
 * matrices: the expectation under uniform routing. Source: cost model, section 4; the expectation is that of drawing
 * with probability k/E, N times.
 */
final class FfnWork {

    private final Deployment x;
    private final Work work;
    private final Trace trace;

    FfnWork(Deployment x, Work work, Trace trace) {
        this.x = x;
        this.work = work;
        this.trace = trace;
    }

    void dense(double t) {
        gated("ffn", t, x.shape.ffnWidth(), "ffnWidth");
    }

    void moe(Pass pass, double t) {
        MoeSpec m = x.moe;
        work.gemm("router", t, x.hidden, "hidden", m.experts(), "E", Deployment.BF16_BYTES, x.peaks.bf16());
        if (m.sharedWidth() > 0) {
            gated("shared experts", t, m.sharedWidth(), "sharedWidth");
        }
        double rows = Trace.term(trace, "rows", "Rows of the experts on a GPU", "imbalance * groupTokens * k / ep",
                x.constants.expertImbalance() * pass.groupTokens() * m.topK() / x.ep, Dimension.COUNT);
        int held = Deployment.ceilDiv(m.experts(), x.ep);
        double missed = Math.pow(1 - (double) m.topK() / m.experts(), pass.groupTokens());
        double touched = Trace.term(trace, "touched", "Experts touched on a GPU",
                "ceil(E / ep) * (1 - (1 - k / E) ^ groupTokens)", held * (1 - missed), Dimension.COUNT);
        double width = (double) m.expertWidth() / x.groups.expertTensor();
        int up = x.shape.ffnMatrices() - 1;
        work.experts("experts in", rows, touched, x.hidden, "hidden", up * width,
                "(ffnMatrices - 1) * expertWidth / et", x.expertBytes, x.peaks.experts());
        work.experts("experts out", rows, touched, width, "expertWidth / et", x.hidden, "hidden", x.expertBytes,
                x.peaks.experts());
    }

    private void gated(String name, double t, double width, String widthFormula) {
        double shard = width / x.tp;
        work.gemm(name + " in", t, x.hidden, "hidden", (x.shape.ffnMatrices() - 1) * shard,
                "(ffnMatrices - 1) * " + widthFormula + " / tp", x.weightBytes, x.peaks.weights());
        work.gemm(name + " out", t, shard, widthFormula + " / tp", x.hidden, "hidden", x.weightBytes,
                x.peaks.weights());
    }
}
