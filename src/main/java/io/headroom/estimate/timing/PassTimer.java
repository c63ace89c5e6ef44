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
    private final PassTerms terms;

    PassTimer(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
        this.work = new Work(x, trace);
        this.attention = new AttentionWork(x, work, trace);
        this.ffn = new FfnWork(x, work, trace);
        this.exchange = new Exchange(x, work, trace != null);
        this.terms = trace == null ? null : new PassTerms(x, trace);
    }

    /** The time of {@code pass}; {@code name} names its scope in a trace. */
    PassTime time(Pass pass, String name) {
        double t = pass.sequences() * pass.tokens() / x.cp;
        if (trace != null) {
            trace.open(name);
            terms.inputs(pass, t);
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
            terms.stages(pass, time, Work.symbol(name));
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
            terms.layer(kind, work);
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
                for (String of : new String[] {"time", "flop", "bytes", "read"}) {
                    trace.export(of + "_LM_head", of + "_LM_head");
                }
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
}
