package io.headroom.estimate.pass;

import io.headroom.catalog.MoeSpec;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * The FFN of a layer: dense, or router, shared and routed experts.
 *
 * <p>Routed experts see {@code rows = rho*N*k/e} rows a GPU and touch {@code ceil(E/e)*(1 - (1 - k/E)^N)} of their weight
 * matrices: the expectation of drawing each with probability k/E, N times. Where some experts are chosen more often than
 * others, with a squared coefficient of variation s, it is {@code ceil(E/e)*(1 - (1 + s*N*k/E)^(-1/s))}: chosen as often as
 * a gamma-distributed rate says. Source: cost model, section 4; Greenwood and Yule 1920 (negative binomial).
 */
final class FfnWork {

    private final Deployment x;
    private final Work work;
    private final Trace trace;
    private final double skew;

    FfnWork(Deployment x, Work work, Trace trace) {
        this.x = x;
        this.work = work;
        this.trace = trace;
        this.skew = x.constants.expertSkew();
    }

    void dense(double t) {
        gated("ffn", t, x.shape.ffnWidth(), "ffnWidth");
    }

    void moe(Pass pass, double t) {
        MoeSpec m = x.moe;
        work.gemm("router", t, x.hidden, "hidden", m.experts(), "E", x.tableGemm);
        if (m.sharedWidth() > 0) {
            gated("shared experts", t, m.sharedWidth(), "sharedWidth");
        }
        double rows = Trace.term(trace, "rows", "Rows of the experts on a GPU", "imbalance * groupTokens * k / ep",
                x.constants.expertImbalance() * pass.groupTokens() * m.topK() / x.ep, Dimension.COUNT);
        int held = Deployment.ceilDiv(m.experts(), x.ep);
        double touched = Trace.term(trace, "touched", "Experts touched on a GPU", skew == 0
                ? "ceil(E / ep) * (1 - (1 - k / E) ^ groupTokens)"
                : "ceil(E / ep) * (1 - min(1 - k / E, (1 + expertSkew * groupTokens * k / E) ^ (0 - 1 / expertSkew)))",
                held * (1 - missed(m, pass.groupTokens())), Dimension.COUNT);
        double width = (double) m.expertWidth() / x.groups.expertTensor();
        int up = x.shape.ffnMatrices() - 1;
        work.experts("experts in", rows, touched, x.hidden, "hidden", up * width,
                "(ffnMatrices - 1) * expertWidth / et", x.expertGemm);
        work.experts("experts out", rows, touched, width, "expertWidth / et", x.hidden, "hidden", x.expertGemm);
        besideExperts(t, rows, width);
    }

    /**
     * Rows are sorted by experts, written for the GEMMs, quantized, put through the activation function and added up again:
     * four times their width and twice the widths of all matrices, each read and written for a GEMM. Source: grouped GEMMs
     * with all that is around them, measured by aiconfigurator (ADR 18).
     */
    private void besideExperts(double t, double rows, double width) {
        double bytes = rows * (4 * x.hidden + 2 * x.shape.ffnMatrices() * width) * x.expertGemm.passedBytes()
                + 2 * t * x.hidden * x.activationBytes;
        work.unfused("beside experts", bytes, trace == null ? null
                : "rows * (4 * hidden + 2 * ffnMatrices * expertWidth / et) * " + x.expertGemm.passedFormula("expertBytes")
                        + " + 2 * T * hidden * activationBytes");
    }

    /** Share of the experts that none of {@code tokens} chooses; one token misses all but its k. */
    private double missed(MoeSpec m, double tokens) {
        double chosen = (double) m.topK() / m.experts();
        return skew == 0 ? Math.pow(1 - chosen, tokens)
                : Math.min(1 - chosen, Math.pow(1 + skew * tokens * chosen, -1 / skew));
    }

    private void gated(String name, double t, double width, String widthFormula) {
        double shard = width / x.tp;
        int matrices = x.shape.ffnMatrices();
        // texts are made only where somebody reads them
        boolean isTraced = trace != null;
        String shardFormula = isTraced ? widthFormula + " / tp" : null;
        work.gemm(isTraced ? name + " in" : name, t, x.hidden, "hidden", (matrices - 1) * shard,
                isTraced ? "(ffnMatrices - 1) * " + shardFormula : null, x.weightGemm);
        work.gemm(isTraced ? name + " out" : name, t, shard, shardFormula, x.hidden, "hidden", x.weightGemm);
        double bytes = t * (matrices * shard * x.activationBytes + (x.hidden + shard) * x.weightGemm.quantizedBytes());
        work.unfused("beside FFN", bytes, isTraced ? "T * (ffnMatrices * " + shardFormula + " * activationBytes + (hidden + "
                + shardFormula + ") * " + x.weightGemm.quantizedFormula("weightBytes") + ")" : null);
    }
}
