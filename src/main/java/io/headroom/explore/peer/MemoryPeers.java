package io.headroom.explore.peer;

import static io.headroom.explore.peer.Desk.formula;
import static io.headroom.explore.peer.Desk.number;

import io.headroom.catalog.Attention;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.format.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory as others count it.
 *
 * <p>aiconfigurator: {@code sdk/backends/base_backend.py::_get_memory_usage}, {@code sdk/models/base.py}. InferSim:
 * {@code kvcache/kvcache.py}. llm-d-planner and BLIS: {@code capacity_planner.py}, {@code sim/latency/kv_capacity.go}.
 */
final class MemoryPeers {

    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final double GB = 1e9;

    private final Desk desk;

    private MemoryPeers(Desk desk) {
        this.desk = desk;
    }

    static void write(Desk desk) {
        MemoryPeers peers = new MemoryPeers(desk);
        peers.cacheOverStages();
        peers.cacheOverRanks();
        peers.activations();
        peers.gigabytes();
    }

    /** aiconfigurator multiplies the batch by the stages elsewhere, and so keeps the cache of all layers on each. */
    private void cacheOverStages() {
        StageMemory[] stages = desk.estimate().memory().stages();
        Term ours = desk.metric(Metric.MEMORY_KV_CACHE).orElseThrow();
        if (stages.length == 1) {
            return;
        }
        List<Term> inputs = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        double sum = 0;
        for (int s = 0; s < stages.length; s++) {
            inputs.add(number("kvCache_stage" + s, "KV cache of stage " + s, stages[s].kvCache(), Dimension.BYTES,
                    "this estimate"));
            symbols.add("kvCache_stage" + s);
            sum += stages[s].kvCache();
        }
        desk.say(Topic.KV_STAGES, "aiconfigurator does not divide the cache by PP",
                formula(ours, String.join(" + ", symbols), sum, inputs.toArray(Term[]::new)), ours, Metric.MEMORY_TOTAL);
    }

    private void cacheOverRanks() {
        Term ours = desk.metric(Metric.MEMORY_KV_CACHE).orElseThrow();
        int ranks = desk.plan().parallelism().tensor();
        Term tp = number("tp", "Tensor parallel degree", ranks, Dimension.COUNT, "this plan");
        switch (desk.plan().model().shape().attention()) {
            case Attention.Latent _ -> desk.say(Topic.KV_LATENT, "calculators that divide every cache by TP",
                    formula(ours, ours.symbol() + " / tp", ours.value() / ranks, ours, tp), ours, Metric.MEMORY_TOTAL);
            case Attention.GroupedQuery g -> {
                Term heads = number("kvHeads", "Key-value heads", g.kvHeads(), Dimension.COUNT, "the model");
                if (ranks > g.kvHeads()) {
                    desk.say(Topic.KV_HEADS, "InferSim divides whole numbers, so that no head is left",
                            formula(ours, ours.symbol() + " * floor(kvHeads / tp)", 0, ours, heads, tp), ours,
                            Metric.MEMORY_TOTAL);
                    desk.say(Topic.KV_HEADS, "calculators that divide every cache by TP",
                            formula(ours, ours.symbol() + " * kvHeads / tp", ours.value() * g.kvHeads() / ranks, ours,
                                    heads, tp), ours, Metric.MEMORY_TOTAL);
                }
            }
        }
    }

    private void activations() {
        Term ours = desk.metric(Metric.MEMORY_ACTIVATIONS).orElseThrow();
        double constant = familyGib();
        Term family = number("family", "GiB of this family of models", constant, Dimension.COUNT,
                "llm-d-planner, measured: what vLLM's warm-up takes at its most tokens");
        desk.say(Topic.ACTIVATIONS, "llm-d-planner and BLIS take a constant of the family", formula(ours,
                "family * 1024 ^ 3", constant * GIB, family), ours);
        if (desk.plan().model().shape().attention() instanceof Attention.GroupedQuery g) {
            Term tokens = number("C", "Tokens of a pass at most", desk.plan().workload().maxBatchedTokens(),
                    Dimension.COUNT, "this plan");
            Term heads = number("heads", "Query heads", g.heads(), Dimension.COUNT, "the model");
            Term dim = number("headDim", "Elements of a head", g.headDim(), Dimension.COUNT, "the model");
            Term coefficient = number("coef", "Coefficient of the family at this TP", coefficient(), Dimension.COUNT,
                    "aiconfigurator, base_backend.py");
            Term floor = number("least", "Least of it", 70 * 1024 * 1024, Dimension.BYTES,
                    "aiconfigurator, base_backend.py");
            desk.say(Topic.ACTIVATIONS, "aiconfigurator takes a coefficient of the family and TP", formula(ours,
                    "max(2 * C * heads * headDim * coef, least)", Math.max(2 * tokens.value() * g.heads() * g.headDim()
                            * coefficient.value(), floor.value()), tokens, heads, dim, coefficient, floor), ours);
        }
    }

    /** Llama 4.8, Qwen3 5.6, experts 8; another dense model is taken for a Llama. */
    private double familyGib() {
        if (desk.plan().model().isMoe()) {
            return 8;
        }
        return desk.plan().model().id().startsWith("qwen3") ? 5.6 : 4.8;
    }

    private double coefficient() {
        int tp = desk.plan().parallelism().tensor();
        double[] values = desk.plan().model().isMoe() ? new double[] {22, 13, 10} : new double[] {10, 6, 5};
        return values[tp >= 4 ? 2 : tp >= 2 ? 1 : 0];
    }

    private void gigabytes() {
        Term ours = desk.metric(Metric.MEMORY_CAPACITY).orElseThrow();
        Term gb = number("billion", "Bytes of a GB", GB, Dimension.COUNT, "SI");
        desk.say(Topic.GIGABYTES, "InferSim and others read the GB of a data sheet as GiB", formula(ours,
                ours.symbol() + " / billion * 1024 ^ 3", ours.value() / GB * GIB, ours, gb), ours,
                Metric.MEMORY_UTILIZATION, Metric.MEMORY_TOTAL);
    }
}
