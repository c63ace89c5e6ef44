package io.headroom.estimate.pass;

import io.headroom.catalog.LayerCounts;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.StageRows;
import io.headroom.format.Dimension;
import java.util.HashMap;
import java.util.Map;

/**
 * Times a pass: the operations of one layer of every kind, added up over the layers of each stage, with the embedding
 * on the first, the LM head on the last and the send to the next. Source: cost model, section 4.
 */
public final class PassTimer {

    private final Deployment x;
    private final Trace trace;
    private final Work work;
    private final AttentionWork attention;
    private final FfnWork ffn;
    private final Exchange exchange;
    private final PassTerms terms;
    private final StageRows stageRows;
    // null: an estimate of its own meets no pass twice
    private final Map<Pass, PassTime> prompts;

    public PassTimer(Deployment x, Trace trace) {
        this(x, StageRows.each(x), trace, null);
    }

    private PassTimer(Deployment x, StageRows stageRows, Trace trace, Map<Pass, PassTime> prompts) {
        this.stageRows = stageRows;
        this.prompts = prompts;
        this.x = x;
        this.trace = trace;
        this.work = new Work(x, trace);
        this.attention = new AttentionWork(x, work, trace);
        this.ffn = new FfnWork(x, work, trace);
        this.exchange = new Exchange(x, work, trace != null);
        this.terms = trace == null ? null : new PassTerms(x, trace);
    }

    /** A timer that remembers passes over prompts: a layout meets the same ones at every batch. */
    public static PassTimer remembering(Deployment x, StageRows stageRows) {
        return new PassTimer(x, stageRows, null, new HashMap<>());
    }

    /** The time of {@code pass}; {@code name} names its scope in a trace. */
    public PassTime time(Pass pass, String name) {
        if (prompts == null || !pass.isPrefill()) {
            return newTime(pass, name);
        }
        PassTime known = prompts.get(pass);
        if (known == null) {
            known = newTime(pass, name);
            prompts.put(pass, known);
        }
        return known;
    }

    private PassTime newTime(Pass pass, String name) {
        double t = pass.allTokens() / x.cp;
        if (trace != null) {
            trace.open(name);
            terms.inputs(pass, t);
        }
        double[] rows = new double[stageRows.count() * Work.SIZE];
        LayerCounts counts = x.plan.model().layerCounts();
        for (int i = 0; i < counts.kinds(); i++) {
            LayerKind kind = counts.kind(i);
            layer(pass, t, kind);
            for (int row = 0; row < stageRows.count(); row++) {
                work.addLayers(rows, row, x.stages.layers(stageRows.stage(row), kind.ordinal()));
            }
        }
        ends(pass, t, rows);
        PassTime time = new PassTime(rows, stageRows);
        if (trace != null) {
            terms.stages(pass, time, symbol(name));
            trace.close();
        }
        return time;
    }

    /** A name as the formulas of a trace hold it. */
    public static String symbol(String name) {
        return name.replace(' ', '_').replace("-", "_");
    }

    private void layer(Pass pass, double t, LayerKind kind) {
        work.startLayer();
        if (trace != null) {
            trace.open("layer " + kind);
        }
        attention.add(pass, kind.attending());
        exchange.context(pass, kind.attending());
        if (pass.riding() != null) {
            exchange.context(pass.riding(), kind.attending());
        }
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
        if (x.weightBytes < x.activationBytes) {
            work.overhead("quantized layer overhead", x.constants.overheadPerQuantizedLayerSeconds(),
                    "overheadPerQuantizedLayer");
        }
        if (kind.moe()) {
            work.overhead("MoE layer overhead", x.constants.overheadPerMoeLayerSeconds(), "overheadPerMoeLayer");
        }
        if (x.moe != null && x.groups.attentionData() > 1) {
            waitForSlowest(pass, t);
        }
        if (trace != null) {
            terms.layer(kind, work);
            trace.close();
        }
    }

    /**
     * Ranks that attend to different sequences meet at the experts, and the one with most to do keeps the others waiting,
     * the longer the more there are; one that works alone waits for none.
     */
    private void waitForSlowest(Pass pass, double t) {
        double others = Math.max(0, 1 - t * x.cp / pass.groupTokens());
        double seconds = work.layerSeconds();
        if (trace != null) {
            trace.sum("layerWork", "Time of a layer on a rank", "time_", seconds, Dimension.SECONDS);
        }
        work.overhead("wait for ranks", x.constants.rankWait() * others * seconds,
                "rankWait * max(0, 1 - T * cp / groupTokens) * layerWork");
    }

    private void ends(Pass pass, double t, double[] rows) {
        int last = x.pipeline() - 1;
        work.continueStage(rows, 0);
        work.elementwise("embedding", 2 * t * x.hidden * x.activationBytes, "2 * T * hidden * activationBytes");
        if (pass.endingPrompts() > 0) {
            work.continueStage(rows, stageRows.row(last));
            if (trace != null) {
                trace.open("head");
                trace.result("T", "Sequences that need logits", String.valueOf(pass.endingPrompts()),
                        pass.endingPrompts(), Dimension.COUNT);
            }
            work.gemm("LM head", pass.endingPrompts(), x.hidden, "hidden", x.shape.vocabulary() / (double) x.tp,
                    "vocabulary / tp", x.tableGemm);
            if (trace != null) {
                for (String of : new String[] {"time", "flop", "bytes", "read"}) {
                    trace.export(of + "_LM_head", of + "_LM_head");
                }
                trace.close();
            }
        }
        for (int row = 0; row < stageRows.count(); row++) {
            int s = stageRows.stage(row);
            if (s == last) {
                continue;
            }
            work.continueStage(rows, row);
            // text is made only where somebody reads it
            work.link(trace == null ? "send" : "send " + s, Part.STAGE_SEND, exchange.sendSeconds(s, t),
                    trace == null ? null : exchange.sendFormula(s));
        }
    }
}
