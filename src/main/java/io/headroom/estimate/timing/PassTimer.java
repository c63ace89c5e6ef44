package io.headroom.estimate.timing;

import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;

/**
 * Times a pass: the operations of one layer of every kind, added up over the layers of each stage, with the embedding
 * on the first, the LM head on the last and the send to the next. Source: cost model, section 4.
 */
final class PassTimer {

    private final Deployment x;
    private final Trace trace;
    private final Work work;
    private final AttentionWork attention;
    private final FfnWork ffn;
    private final Exchange exchange;

    PassTimer(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
        this.work = new Work(x, trace);
        this.attention = new AttentionWork(x, work, trace);
        this.ffn = new FfnWork(x, work, trace);
        this.exchange = new Exchange(x, work, trace != null);
    }

    /** The time of {@code pass}; {@code name} names its scope in the trace. */
    PassTime time(Pass pass, String name) {
        double t = pass.sequences() * pass.tokens() / x.cp;
        if (trace != null) {
            trace.open(name);
            explain(pass, t);
        }
        int stages = x.pipeline();
        double[] rows = new double[stages * Work.SIZE];
        for (int k = 0; k < LayerKind.COUNT; k++) {
            LayerKind kind = LayerKind.at(k);
            if (x.plan.model().layerCounts().count(kind) > 0) {
                layer(pass, t, kind);
                for (int s = 0; s < stages; s++) {
                    addTo(rows, s, x.stages.layers(s, k));
                }
            }
        }
        ends(pass, t, rows);
        PassTime time = new PassTime(rows, stages);
        if (trace != null) {
            explainStages(pass, time);
            trace.close();
        }
        return time;
    }

    private void layer(Pass pass, double t, LayerKind kind) {
        work.clear();
        if (trace != null) {
            trace.open("layer " + kind);
        }
        attention.add(pass, kind.attending());
        exchange.context(pass, t, kind.attending());
        exchange.afterAttention(t);
        if (kind.moe()) {
            ffn.moe(pass, t);
            exchange.moe(t);
        } else {
            ffn.dense(t);
            exchange.afterDenseFfn(t);
        }
        boolean isSplit = x.plan.parallelism().sequence();
        double normBytes = 8 * t * x.hidden * x.activationBytes / (isSplit ? x.tp : 1);
        work.elementwise("norms", normBytes, isSplit ? "8 * T * hidden * activationBytes / tp"
                : "8 * T * hidden * activationBytes");
        work.overhead("layer overhead", x.constants.overheadPerLayerSeconds(), "overheadPerLayer");
        if (kind.moe()) {
            work.overhead("MoE layer overhead", x.constants.overheadPerMoeLayerSeconds(), "overheadPerMoeLayer");
        }
        if (trace != null) {
            trace.sum("layerSeconds", "Time of a layer", work.seconds(), Dimension.SECONDS);
            trace.export("layerSeconds", "layer_" + kind);
            trace.close();
        }
    }

    private void ends(Pass pass, double t, double[] rows) {
        int last = x.pipeline() - 1;
        work.clear();
        work.elementwise("embedding", 2 * t * x.hidden * x.activationBytes, "2 * T * hidden * activationBytes");
        addTo(rows, 0, 1);
        if (pass.endingPrompts() > 0) {
            work.clear();
            if (trace != null) {
                trace.open("head");
                trace.result("T", "Sequences that need logits", String.valueOf(pass.endingPrompts()),
                        pass.endingPrompts(), Dimension.COUNT);
            }
            work.gemm("LM head", pass.endingPrompts(), x.hidden, "hidden", x.shape.vocabulary() / (double) x.tp,
                    "vocabulary / tp", Deployment.BF16_BYTES, x.peaks.bf16());
            if (trace != null) {
                trace.export("LM_head", "LM_head");
                trace.close();
            }
            addTo(rows, last, 1);
        }
        for (int s = 0; s < last; s++) {
            work.clear();
            work.link("send " + s, Part.STAGE_SEND, exchange.sendSeconds(s, t),
                    trace == null ? null : exchange.sendFormula(s));
            addTo(rows, s, 1);
        }
    }

    private void addTo(double[] rows, int stage, int layers) {
        if (layers > 0) {
            int offset = stage * Work.SIZE;
            double[] row = work.row;
            for (int i = 0; i < Work.SIZE; i++) {
                rows[offset + i] += layers * row[i];
            }
        }
    }

    private void explain(Pass pass, double t) {
        trace.input("n", "Sequences of a rank in the pass", pass.sequences(), Dimension.COUNT, "workload");
        trace.input("q", "Tokens that each adds", pass.tokens(), Dimension.TOKENS, "workload");
        trace.input("x", "Tokens at which each ends", pass.context(), Dimension.TOKENS, "workload");
        trace.input("groupTokens", "Tokens that the experts see", pass.groupTokens(), Dimension.TOKENS, "groups");
        trace.result("T", "Tokens of a GPU", "n * q / cp", t, Dimension.TOKENS);
    }

    private void explainStages(Pass pass, PassTime time) {
        int last = x.pipeline() - 1;
        for (int s = 0; s <= last; s++) {
            StringBuilder formula = new StringBuilder();
            for (int k = 0; k < LayerKind.COUNT; k++) {
                int n = x.stages.layers(s, k);
                if (n > 0) {
                    formula.append(formula.isEmpty() ? "" : " + ").append(n).append(" * layer_").append(LayerKind.at(k));
                }
            }
            formula.append(s == 0 ? " + embedding" : "").append(s < last ? " + send_" + s : "")
                    .append(s == last && pass.endingPrompts() > 0 ? " + LM_head" : "");
            trace.result("stage_" + s, "Time of stage " + s, formula.toString(), time.seconds(s), Dimension.SECONDS);
        }
    }
}
