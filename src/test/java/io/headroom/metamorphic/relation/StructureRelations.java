package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;

/** Layers, groups, experts and what every number must be: M2, M21, M27, M28, M30, M32. */
final class StructureRelations {

    private static final double BF16 = 2;
    private static final List<Metric> MAY_BE_UNKNOWN = List.of(Metric.COST_PER_HOUR, Metric.COST_PER_1K_TOKENS,
            Metric.COST_PER_MILLION_TOKENS, Metric.COST_PER_DAY, Metric.POWER_WATTS, Metric.ENERGY_PER_TOKEN,
            Metric.EXPERTS_PER_GPU);

    private StructureRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M2", "stages hold all layers, balanced ones differ by one at most",
                        StructureRelations::stages),
                new Relation("M21", "GPUs = max(t*c, e) * p * r, and all experts are held", StructureRelations::groups),
                new Relation("M27a", "memory, FLOP and time are affine in whole patterns of layers",
                        StructureRelations::affine),
                new Relation("M27b", "one more layer never lowers a time or memory", StructureRelations::oneMoreLayer),
                new Relation("M28a", "one expert for all tokens is a dense FFN and a router",
                        StructureRelations::oneExpert),
                new Relation("M28b", "active <= total, idle experts and an untied table apart",
                        StructureRelations::active),
                new Relation("M30", "the same plan by another name has the same numbers, bit for bit",
                        StructureRelations::again),
                new Relation("M32", "every number is finite and not negative, or not known",
                        StructureRelations::finite));
    }

    private static Verdict stages(Sample s) {
        StageMemory[] stages = s.estimate().memory().stages();
        List<Integer> given = s.degrees().layersPerStage();
        int sum = 0;
        int most = 0;
        int fewest = Integer.MAX_VALUE;
        Claims claims = new Claims();
        for (int i = 0; i < stages.length; i++) {
            sum += stages[i].layers();
            most = Math.max(most, stages[i].layers());
            fewest = Math.min(fewest, stages[i].layers());
            claims.holds("layers of stage " + i, given.isEmpty() || given.get(i) == stages[i].layers());
        }
        return claims.holds("all layers: " + sum, sum == s.shape().layers())
                .holds("balance: " + fewest + " to " + most, !given.isEmpty() || most - fewest <= 1)
                .holds("kinds of layers", Counts.layersByKind(s.plan().model()) == sum)
                .same("layers.perStage", most, s.get(Metric.LAYERS_PER_STAGE)).verdict();
    }

    private static Verdict groups(Sample s) {
        Parallelism p = s.degrees();
        double w = Math.max(p.tensor() * p.context(), p.expert());
        Claims claims = new Claims().same("gpus", w * p.pipeline() * p.data(), s.get(Metric.GPUS))
                .same("gpus.perReplica", w * p.pipeline(), s.get(Metric.GPUS_PER_REPLICA))
                .same("heads", s.shape().attention().heads() / (double) p.tensor(), s.get(Metric.HEADS_PER_GPU));
        if (s.shape().moe() != null) {
            double held = s.get(Metric.EXPERTS_PER_GPU) * p.expert();
            double experts = s.shape().moe().experts();
            claims.holds("experts held: " + held, held >= experts && held - p.expert() < experts);
        }
        return claims.verdict();
    }

    /** One stage; layers in whole patterns, none dense before the first MoE layer. */
    private static Verdict affine(Sample s) {
        Shape shape = s.shape();
        MoeSpec moe = shape.moe();
        int pattern = moe == null ? 1 : moe.every();
        pattern *= shape.slidingWindow() == null ? 1 : Math.max(1, shape.slidingWindow().fullEvery());
        pattern *= shape.linearAttention() == null ? 1 : shape.linearAttention().fullEvery();
        Shape even = moe == null ? shape : Vary.ffn(shape, shape.ffnWidth(), new MoeSpec(moe.experts(), moe.topK(),
                moe.expertWidth(), moe.sharedWidth(), 0, moe.every()));
        Parallelism p = s.degrees();
        Plan plan = Vary.degrees(s.plan(), p.tensor(), 1, p.expert(), p.context());
        Estimate[] e = new Estimate[3];
        for (int i = 0; i < e.length; i++) {
            e[i] = estimate(Vary.shape(plan, Vary.layers(even, (i + 1) * pattern, even.slidingWindow(),
                    even.linearAttention())));
        }
        Claims claims = new Claims();
        for (Metric m : List.of(Metric.PARAMS_TOTAL, Metric.PARAMS_ACTIVE, Metric.MEMORY_WEIGHTS, Metric.MEMORY_KV_CACHE,
                Metric.MEMORY_TOTAL, Metric.PREFILL_FLOPS, Metric.DECODE_BYTES_PER_GPU, Metric.TTFT_ALONE,
                Metric.TTFT_BURST_LAST, Metric.DECODE_STEP, Metric.BOUND_TPOT)) {
            claims.near(m.id(), e[1].get(m) - e[0].get(m), e[2].get(m) - e[1].get(m), e[2].get(m));
        }
        return claims.verdict();
    }

    /** One stage: balanced stages of unlike layers may be relieved by one more. */
    private static Verdict oneMoreLayer(Sample s) {
        Parallelism p = s.degrees();
        Shape shape = s.shape();
        Plan plan = Vary.degrees(s.plan(), p.tensor(), 1, p.expert(), p.context());
        Estimate one = estimate(plan);
        Estimate more = estimate(Vary.shape(plan, Vary.layers(shape, shape.layers() + 1, shape.slidingWindow(),
                shape.linearAttention())));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.atMost(m.id(), one.get(m), more.get(m)));
        return claims.atMost("memory", one.get(Metric.MEMORY_TOTAL), more.get(Metric.MEMORY_TOTAL)).verdict();
    }

    /**
     * Equal but for the router, a GEMM from d to 1 in bf16. Activations are not compared: experts gather their rows.
     * One pass of prefill and c = 1, because experts reduce over all GPUs of the stage at once.
     */
    private static Verdict oneExpert(Sample s) {
        Shape shape = s.shape();
        int width = Math.max(8, shape.ffnWidth());
        Plan base = Vary.weights(Vary.degrees(s.plan(), s.degrees().tensor(), 1, 1, 1), NumberFormat.BF16);
        base = Vary.knob(Vary.knob(base, Knob.OVERHEAD_PER_MOE_LAYER, 0), Knob.EXPERT_IMBALANCE, 1);
        base = Vary.knob(Vary.knob(base, Knob.EXPERT_BANDWIDTH, 1), Knob.EXPERT_MFU, 1);
        base = Vary.knob(base, Knob.EXPERT_HALF_ROWS, 0);
        // rows are brought to experts, even to a single one
        base = Vary.knob(base, Knob.UNFUSED_SHARE, 0);
        // of a GEMM of experts nothing is left that does not hide
        base = Vary.knob(base, Knob.ROOFLINE_OVERLAP, 1);
        base = Vary.chunk(base, s.workload().inputTokens());
        Estimate dense = estimate(Vary.shape(base, Vary.ffn(shape, width, null)));
        Estimate expert = estimate(Vary.shape(base, Vary.ffn(shape, width, new MoeSpec(1, 1, width, 0, 0, 1))));
        double routers = (double) shape.layers() * shape.hidden();
        int in = s.workload().inputTokens();
        int sequences = Math.ceilDiv(s.workload().concurrentRequests(), s.degrees().data());
        return new Claims()
                .near("parameters", dense.get(Metric.PARAMS_TOTAL) + routers, expert.get(Metric.PARAMS_TOTAL))
                .near("active", dense.get(Metric.PARAMS_ACTIVE) + routers, expert.get(Metric.PARAMS_ACTIVE))
                .near("weights", dense.get(Metric.MEMORY_WEIGHTS) + BF16 * routers, expert.get(Metric.MEMORY_WEIGHTS))
                .same("KV cache", dense.get(Metric.MEMORY_KV_CACHE), expert.get(Metric.MEMORY_KV_CACHE))
                .near("FLOP", dense.get(Metric.PREFILL_FLOPS) + 2.0 * in * routers * s.degrees().tensor(),
                        expert.get(Metric.PREFILL_FLOPS))
                .near("ttft.alone", dense.get(Metric.TTFT_ALONE) + shape.layers() * routerSeconds(base, in),
                        expert.get(Metric.TTFT_ALONE))
                .near("decode.step", dense.get(Metric.DECODE_STEP) + shape.layers() * routerSeconds(base, sequences),
                        expert.get(Metric.DECODE_STEP)).verdict();
    }

    private static double routerSeconds(Plan plan, double rows) {
        var c = plan.assumptions().constants();
        var gpu = plan.hardware().gpu();
        double d = plan.model().hidden();
        double compute = 2 * d * (rows + c.gemmHalfRows()) / (gpu.peakFlops().get(NumberFormat.BF16) * c.mfu());
        double bytes = BF16 * d + rows * (d + 1) * plan.precision().activations().bytesPerElement();
        double memory = bytes / (gpu.hbmBytesPerSecond() * c.mbu());
        return Math.max(compute, memory) + (1 - c.rooflineOverlap()) * Math.min(compute, memory);
    }

    private static Verdict active(Sample s) {
        ModelSpec model = s.plan().model();
        Counts c = new Counts(s.plan());
        MoeSpec moe = s.shape().moe();
        double idle = moe == null ? 0 : c.moeLayers() * (moe.experts() - moe.topK()) * c.expert();
        double table = s.shape().tiedEmbeddings() ? 0 : c.table();
        return new Claims().near("total", model.parameters().active() + idle + table, model.parameters().total())
                .holds("active is positive", model.parameters().active() > 0).verdict();
    }

    private static Verdict again(Sample s) {
        Estimate e = estimate(s.plan().withName("by another name"));
        Claims claims = new Claims();
        for (Metric m : Metric.values()) {
            claims.same(m.id(), s.get(m), e.get(m));
        }
        return claims.verdict();
    }

    private static Verdict finite(Sample s) {
        Claims claims = new Claims();
        for (Metric m : Metric.values()) {
            double value = s.get(m);
            boolean isKnown = !Double.isNaN(value) || !MAY_BE_UNKNOWN.contains(m) && !m.isSimulated();
            // bubbles and imbalances are differences that may round to -1e-16
            claims.holds(m.id() + " is " + value, !isKnown || Double.isFinite(value) && value >= -1e-12);
        }
        boolean hasPrice = !Double.isNaN(s.plan().hardware().pricePerGpuHour());
        return claims.holds("cost known", hasPrice == !Double.isNaN(s.get(Metric.COST_PER_MILLION_TOKENS))).verdict();
    }
}
