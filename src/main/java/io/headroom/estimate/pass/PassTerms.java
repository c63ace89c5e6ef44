package io.headroom.estimate.pass;

import io.headroom.catalog.LayerKind;
import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Tells a trace how the time, FLOP and bytes of a pass follow from its layers, and hands the sums to the outer scope. */
public final class PassTerms {

    private final Deployment x;
    private final Trace trace;

    PassTerms(Deployment x, Trace trace) {
        this.x = x;
        this.trace = trace;
    }

    void inputs(Pass pass, double t) {
        trace.input("n", "Sequences of a rank in the pass", pass.sequences(), Dimension.COUNT, "workload");
        trace.input("q", "Tokens that each adds", pass.tokens(), Dimension.TOKENS, "workload");
        trace.input("x", "Tokens at which each ends", pass.context(), Dimension.TOKENS, "workload");
        trace.input("groupTokens", "Tokens that the experts see", pass.groupTokens(), Dimension.TOKENS, "groups");
        trace.result("T", "Tokens of a GPU", "n * q / cp", t, Dimension.TOKENS);
    }

    /** Sums of one layer, from its operations. */
    void layer(LayerKind kind, Work work) {
        trace.sum("layerTime", "Time of a layer", "time_", work.layerSeconds(), Dimension.SECONDS);
        trace.sum("layerLink", "Link time of a layer", "time_link_", work.ofLayer(Work.BOUNDS + Bound.LINK.ordinal()),
                Dimension.SECONDS);
        trace.sum("layerFlop", "FLOP of a layer on a GPU, but for the experts", "flop_", work.ofLayer(Work.RANK_FLOP),
                Dimension.FLOP);
        trace.sum("layerExpertFlop", "FLOP of a layer's experts on a GPU", "expertFlop_", work.ofLayer(Work.EXPERT_FLOP),
                Dimension.FLOP);
        trace.sum("layerBytes", "Bytes that a layer moves", "bytes_", work.ofLayer(Work.BYTES), Dimension.BYTES);
        trace.sum("layerRead", "Weights and KV cache that a layer reads", "read_", work.ofLayer(Work.READ_BYTES),
                Dimension.BYTES);
        for (String sum : new String[] {"layerTime", "layerLink", "layerFlop", "layerExpertFlop", "layerBytes", "layerRead"}) {
            trace.export(sum, sum + "_" + kind);
        }
    }

    /** Sums of the stages, made known outside as {@code prefix_...}. */
    void stages(Pass pass, PassTime time, String prefix) {
        boolean hasHead = pass.endingPrompts() > 0;
        sums("stage", "Time of stage ", s -> layers(s, "layerTime") + (s == 0 ? " + time_embedding" : "")
                + (s < x.pipeline() - 1 ? " + time_link_send_" + s : "") + head(s, hasHead, "time"), time::seconds,
                Dimension.SECONDS);
        sums("stageLink", "Link time of stage ", s -> layers(s, "layerLink")
                + (s < x.pipeline() - 1 ? " + time_link_send_" + s : ""), s -> time.seconds(s, Bound.LINK),
                Dimension.SECONDS);
        sums("stageFlop", "FLOP of a GPU of stage ", s -> layers(s, "layerFlop") + " + " + layers(s, "layerExpertFlop")
                + head(s, hasHead, "flop"), time::flop, Dimension.FLOP);
        int rankGpus = x.tp * x.cp;
        sums("stageAllFlop", "FLOP of all GPUs of stage ", s -> "tp * cp * (" + layers(s, "layerFlop")
                + head(s, hasHead, "flop") + ") + W * (" + layers(s, "layerExpertFlop") + ")",
                s -> time.flop(s, rankGpus, x.groups.stageGpus()), Dimension.FLOP);
        sums("stageBytes", "Bytes moved by a GPU of stage ", s -> layers(s, "layerBytes")
                + (s == 0 ? " + bytes_embedding" : "") + head(s, hasHead, "bytes"), time::bytes, Dimension.BYTES);
        sums("stageRead", "Weights and KV cache read by a GPU of stage ", s -> layers(s, "layerRead")
                + head(s, hasHead, "read"), time::readBytes, Dimension.BYTES);
        total("sum", "All stages", "stage_", time.sumSeconds(), Dimension.SECONDS, prefix);
        most("slowest", "Slowest stage", "stage_", time.slowestSeconds(), Dimension.SECONDS, prefix);
        total("link", "Link time of all stages", "stageLink_", all(s -> time.seconds(s, Bound.LINK)),
                Dimension.SECONDS, prefix);
        total("flop", "FLOP of one GPU of every stage", "stageFlop_", all(time::flop), Dimension.FLOP, prefix);
        total("allFlop", "FLOP of all GPUs that work", "stageAllFlop_",
                all(s -> time.flop(s, rankGpus, x.groups.stageGpus())), Dimension.FLOP, prefix);
        most("mostBytes", "Bytes moved by the GPU that moves most", "stageBytes_", largest(time::bytes),
                Dimension.BYTES, prefix);
        total("read", "Weights touched and KV cache read, all stages", "stageRead_", all(time::readBytes),
                Dimension.BYTES, prefix);
        for (int s = 0; s < x.pipeline(); s++) {
            trace.export("stageFlop_" + s, prefix + "_stageFlop_" + s);
        }
    }

    private void sums(String symbol, String name, IntFunction<String> formula, IntToDoubleFunction value,
            Dimension dimension) {
        for (int s = 0; s < x.pipeline(); s++) {
            trace.result(symbol + "_" + s, name + s, formula.apply(s), value.applyAsDouble(s), dimension);
        }
    }

    private void total(String symbol, String name, String summands, double value, Dimension dimension, String prefix) {
        trace.sum(symbol, name, summands, value, dimension);
        trace.export(symbol, prefix + "_" + symbol);
    }

    private void most(String symbol, String name, String summands, double value, Dimension dimension, String prefix) {
        trace.result(symbol, name, largestOf(summands, x.pipeline()), value, dimension);
        trace.export(symbol, prefix + "_" + symbol);
    }

    /** {@code max(a_0, max(a_1, a_2))} for the symbols {@code prefix + 0 ...}. */
    public static String largestOf(String prefix, int count) {
        StringBuilder formula = new StringBuilder();
        for (int s = 0; s < count - 1; s++) {
            formula.append("max(").append(prefix).append(s).append(", ");
        }
        return formula.append(prefix).append(count - 1).append(")".repeat(count - 1)).toString();
    }

    private String layers(int stage, String symbol) {
        StringBuilder formula = new StringBuilder();
        for (int k = 0; k < LayerKind.COUNT; k++) {
            int n = x.stages.layers(stage, k);
            if (n > 0) {
                formula.append(formula.isEmpty() ? "" : " + ").append(n).append(" * ").append(symbol).append('_')
                        .append(LayerKind.at(k));
            }
        }
        return formula.toString();
    }

    private String head(int stage, boolean hasHead, String kind) {
        return hasHead && stage == x.pipeline() - 1 ? " + " + kind + "_LM_head" : "";
    }

    private double all(IntToDoubleFunction value) {
        double sum = 0;
        for (int s = 0; s < x.pipeline(); s++) {
            sum += value.applyAsDouble(s);
        }
        return sum;
    }

    private double largest(IntToDoubleFunction value) {
        double most = 0;
        for (int s = 0; s < x.pipeline(); s++) {
            most = Math.max(most, value.applyAsDouble(s));
        }
        return most;
    }
}
