package io.headroom.explore.peer;

import static io.headroom.explore.peer.Desk.formula;
import static io.headroom.explore.peer.Desk.number;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.format.Dimension;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * FLOP and bytes as others count them.
 *
 * <p>InferSim: {@code flops/flops.py}, {@code hardware/gpu.py}. LLM-Viewer: {@code model_analyzer.py}. llm-analysis:
 * {@code analysis.py}. aiconfigurator: {@code sdk/operations.py}.
 */
final class WorkPeers {

    /** A prompt of S tokens as pairs of a query and a key: the square over this. */
    private static final double INFERSIM = 1.8;

    private final Desk desk;

    private WorkPeers(Desk desk) {
        this.desk = desk;
    }

    static void write(Desk desk) {
        WorkPeers peers = new WorkPeers(desk);
        peers.causal();
        peers.experts();
        peers.peak();
    }

    private void causal() {
        Term ours = desk.metric(Metric.PREFILL_FLOPS).orElseThrow();
        double layers = Arrays.stream(LayerKind.values()).filter(k -> k.attending() == LayerKind.Attending.FULL)
                .mapToInt(k -> desk.plan().model().layerCounts().count(k)).sum();
        double tokens = desk.plan().workload().inputTokens();
        double pair = pairFlop();
        Term l = number("fullLayers", "Layers with full attention", layers, Dimension.COUNT, "the model");
        Term flop = number("pairFlop", "FLOP of a query and a key, all heads", pair, Dimension.FLOP, "the model");
        Term s = number("S", "Input tokens", tokens, Dimension.COUNT, "this plan");
        double seen = tokens * (tokens + 1) / 2;
        String more = ours.symbol() + " + fullLayers * pairFlop * (%s - S * (S + 1) / 2)";
        desk.say(Topic.CAUSAL, "LLM-Viewer and llm-analysis count the whole square", formula(ours,
                more.formatted("S ^ 2"), ours.value() + layers * pair * (tokens * tokens - seen), ours, l, flop, s), ours,
                Metric.PREFILL_FLOPS_PER_GPU);
        desk.say(Topic.CAUSAL, "InferSim divides the square by 1.8", formula(ours, more.formatted("S ^ 2 / 1.8"),
                ours.value() + layers * pair * (tokens * tokens / INFERSIM - seen), ours, l, flop, s), ours,
                Metric.PREFILL_FLOPS_PER_GPU);
    }

    private double pairFlop() {
        return switch (desk.plan().model().shape().attention()) {
            case Attention.GroupedQuery g -> 4.0 * g.heads() * g.headDim();
            case Attention.Latent m -> 2.0 * m.heads() * (m.nopeDim() + m.ropeDim() + m.valueDim());
        };
    }

    private void experts() {
        Optional<Term> touched = desk.below(Metric.DECODE_BYTES_PER_GPU, "touched");
        if (touched.isEmpty()) {
            return;
        }
        Term ours = touched.get();
        Map<String, Term> inputs = ours.inputs().stream()
                .collect(java.util.stream.Collectors.toMap(Term::symbol, t -> t));
        Term all = inputs.get("E");
        Term ep = inputs.get("ep");
        Term k = inputs.get("k");
        Term tokens = inputs.get("groupTokens");
        Metric[] also = {Metric.DECODE_BYTES_PER_GPU, Metric.DECODE_STEP, Metric.TPOT_STEADY};
        desk.say(Topic.EXPERTS, "InferSim and llm-analysis read all experts of a GPU", formula(ours, "ceil(E / ep)",
                Math.ceil(all.value() / ep.value()), all, ep), ours, also);
        desk.say(Topic.EXPERTS, "aiconfigurator lets every choice of a token hit another expert", formula(ours,
                "min(E, groupTokens * k) / ep", Math.min(all.value(), tokens.value() * k.value()) / ep.value(), all, tokens,
                k, ep), ours, also);
    }

    private void peak() {
        for (Metric metric : new Metric[] {Metric.MFU_PREFILL, Metric.MFU_DECODE, Metric.BOUND_TTFT_ALONE}) {
            desk.metric(metric).filter(t -> Double.isFinite(t.value())).ifPresent(ours -> {
                desk.say(Topic.PEAK, "headlines of data sheets, and who copies them, count 2:4 sparsity", formula(ours,
                        ours.symbol() + " / 2", ours.value() / 2, ours), ours);
                desk.say(Topic.PEAK, "InferSim multiplies TFLOP/s by 1024", formula(ours, ours.symbol() + " * 1000 / 1024",
                        ours.value() * 1000 / 1024, ours), ours);
            });
        }
    }
}
