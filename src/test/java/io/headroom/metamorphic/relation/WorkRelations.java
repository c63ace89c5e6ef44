package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Attention;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.pass.Part;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one kind of operation costs, all others made free or equal: further parts of M9, M12, M13, M18, M21, M24. */
final class WorkRelations {

    /** So much faster hardware takes no time beside the rest. */
    private static final double FREE = 1e9;

    private WorkRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M9c", "bytes of one more sequence in decode: its cache, state and tensors",
                        WorkRelations::sequenceBytes),
                new Relation("M12c", "a peak speeds up what computes in its format, and nothing else",
                        WorkRelations::peaks),
                new Relation("M12d", "half of the MFU of blocks takes twice as long where FP8 weights have them, and nowhere else",
                        WorkRelations::blocks),
                new Relation("M12e", "half-speed rows of experts are theirs where those are more, and everybody's where not",
                        WorkRelations::tiles),
                new Relation("M13g", "every chunk reads the cache of those before it", WorkRelations::chunks),
                new Relation("M18d", "a layer overhead is paid once a layer, a MoE layer's once a MoE layer, a quantized layer's where weights are narrow",
                        WorkRelations::layerOverheads),
                new Relation("M21b", "e times the GPUs for e times the requests: experts compute as long",
                        WorkRelations::experts),
                new Relation("M24e", "at steady load another prompt costs its share of a full pass",
                        WorkRelations::others));
    }

    /** One stage, dense, no CP; latent attention has other tensors and is left to the anchors. */
    private static Verdict sequenceBytes(Sample s) {
        if (!(s.shape().attention() instanceof Attention.GroupedQuery g)) {
            return Verdict.NOT_EXERCISED;
        }
        Shape shape = Vary.ffn(s.shape(), Math.max(8, s.shape().ffnWidth()), null);
        int t = s.degrees().tensor();
        Plan plan = Vary.shape(Vary.degrees(s.plan(), t, 1, 1, 1), shape);
        int n = s.random().nextInt(1, 50);
        Estimate one = estimate(Vary.requests(plan, n * s.degrees().data()));
        Estimate two = estimate(Vary.requests(plan, 2 * n * s.degrees().data()));
        Counts c = new Counts(plan);
        double kv = Math.max((double) g.kvHeads() / t, 1) * g.headDim();
        double q = (double) g.heads() / t * g.headDim();
        double attention = (g.outputGate() ? 2 : 1) * q + 2 * kv + 2 * q + 2 * kv + q;
        double ffn = (double) shape.ffnMatrices() * shape.ffnWidth() / t;
        double norms = 8.0 / (plan.parallelism().sequence() ? t : 1);
        // each layer goes into and out of two pairs of GEMMs; the embedding is read and written, the head reads
        double tensors = (shape.layers() - c.linearLayers()) * attention + shape.layers() * (ffn + (4 + norms) * shape.hidden())
                + 3.0 * shape.hidden() + (double) shape.vocabulary() / t;
        double state = 0;
        if (shape.linearAttention() != null) {
            tensors += c.linearLayers() * linearTensors(shape.linearAttention(), t);
            state = c.linearLayers() * stateBytes(shape.linearAttention(), t);
        }
        Precision p = plan.precision();
        double expected = tensors * p.activations().bytesPerElement() + state
                + seen(s, c) * 2 * kv * p.kvCache().bytesPerElement() + s.constants().unfusedShare() * between(plan, c, q, kv);
        return new Claims().near("bytes", n * expected,
                two.get(Metric.DECODE_BYTES_PER_GPU) - one.get(Metric.DECODE_BYTES_PER_GPU),
                two.get(Metric.DECODE_BYTES_PER_GPU)).verdict();
    }

    /** What moves between the GEMMs where nothing is fused: two ways through rotary embedding, the inputs and outputs of the FFN's middle. */
    private static double between(Plan plan, Counts c, double q, double kv) {
        Shape shape = plan.model().shape();
        int t = plan.parallelism().tensor();
        double ffn = (double) shape.ffnWidth() / t;
        double moved = shape.layers() * shape.ffnMatrices() * ffn + (shape.layers() - c.linearLayers()) * 2 * (q + 2 * kv);
        double narrowed = shape.layers() * (2.0 * shape.hidden() + ffn) + (shape.layers() - c.linearLayers()) * q;
        LinearAttention a = shape.linearAttention();
        if (a != null) {
            double values = (double) a.valueHeads() * a.valueDim() / t;
            moved += c.linearLayers() * 2 * (2.0 * a.keyHeads() * a.keyDim() / t + 2 * values);
            narrowed += c.linearLayers() * values;
        }
        Precision p = plan.precision();
        double activation = p.activations().bytesPerElement();
        double weight = p.weights().bytesPerElement();
        boolean isNarrowed = weight < activation && ComputeFormat.of(p.weights(), plan.hardware().gpu()) != NumberFormat.BF16;
        return moved * activation + (isNarrowed ? narrowed * (activation + weight) : 0);
    }

    /** Into the rule q, k, v, the gate and two scalars a head; the rule's own tensors; values out. */
    private static double linearTensors(LinearAttention a, double t) {
        double keys = 2.0 * a.keyHeads() * a.keyDim();
        double values = (double) a.valueHeads() * a.valueDim();
        return (keys + 2 * values + 2 * a.valueHeads() + keys + 2 * values + values) / t;
    }

    /** Read and written once a step, 4 bytes an element. */
    private static double stateBytes(LinearAttention a, double t) {
        return 2.0 * 4 * a.valueHeads() * a.keyDim() * a.valueDim() / t;
    }

    /** Cached tokens that all softmax layers read for one sequence. */
    private static double seen(Sample s, Counts c) {
        double context = s.workload().inputTokens() + s.workload().outputTokens() / 2.0;
        double seen = (s.shape().layers() - c.linearLayers() - c.slidingLayers()) * context;
        if (s.shape().slidingWindow() != null) {
            double w = s.shape().slidingWindow().windowTokens();
            // half a token over the window counts an eighth more than it: see M13b
            seen += c.slidingLayers() * (context > w && context < w + 1 ? w + 0.125 : Math.min(context, w));
        }
        return seen;
    }

    /** Router and head compute in bf16, whatever the weights. Memory takes no time here, and one stage is the slowest. */
    private static Verdict peaks(Sample s) {
        GpuSpec gpu = s.plan().hardware().gpu();
        Parallelism d = s.degrees();
        Plan free = Vary.knob(Vary.gpu(s.plan(), 1, FREE, 1), Knob.ROOFLINE_OVERLAP, 1);
        Plan plan = Vary.degrees(free, d.tensor(), 1, d.expert(), d.context());
        Estimate before = estimate(plan);
        Precision p = plan.precision();
        Claims claims = new Claims();
        for (NumberFormat format : gpu.peakFlops().keySet()) {
            Estimate after = estimate(twice(plan, format));
            half(claims, format + ", experts", before, after, Part.EXPERTS, ComputeFormat.of(p.experts(), gpu) == format);
            half(claims, format + ", attention", before, after, Part.ATTENTION,
                    ComputeFormat.of(p.activations(), gpu) == format);
            boolean isWeights = ComputeFormat.of(p.weights(), gpu) == format;
            if (format != NumberFormat.BF16) {
                double change = part(after, Part.GEMM) / part(before, Part.GEMM);
                claims.holds(format + ", GEMMs * " + change, isWeights ? change < 1 : change == 1);
            } else if (isWeights) {
                half(claims, "all GEMMs in bf16", before, after, Part.GEMM, true);
            }
        }
        return claims.verdict();
    }

    /** Memory takes no time here, and one stage is the slowest. */
    private static Verdict blocks(Sample s) {
        Parallelism d = s.degrees();
        Plan free = Vary.knob(Vary.gpu(s.plan(), 1, FREE, 1), Knob.ROOFLINE_OVERLAP, 1);
        Plan plan = Vary.degrees(free, d.tensor(), 1, d.expert(), d.context());
        Estimate before = estimate(plan);
        Estimate after = estimate(Vary.scaled(plan, 0.5, Knob.BLOCK_SCALED_MFU));
        boolean hasBlocks = s.shape().blockScaledFp8();
        Precision p = plan.precision();
        double change = part(after, Part.GEMM) / part(before, Part.GEMM);
        return new Claims().near("experts", (hasBlocks && p.experts() == NumberFormat.FP8 ? 2 : 1) * part(before, Part.EXPERTS),
                part(after, Part.EXPERTS))
                .holds("GEMMs * " + change, hasBlocks && p.weights() == NumberFormat.FP8 ? change > 1 : change == 1)
                .same("attention", part(before, Part.ATTENTION), part(after, Part.ATTENTION)).verdict();
    }

    /** One stage is the slowest. */
    private static Verdict tiles(Sample s) {
        if (s.shape().moe() == null || new Counts(s.plan()).moeLayers() == 0) {
            return Verdict.NOT_EXERCISED;
        }
        int few = s.random().nextInt(0, 100);
        int many = few + s.random().nextInt(1, 100);
        Parallelism d = s.degrees();
        Plan plan = Vary.degrees(s.plan(), d.tensor(), 1, d.expert(), d.context());
        Estimate own = estimate(Vary.knob(Vary.knob(plan, Knob.GEMM_HALF_ROWS, few), Knob.EXPERT_HALF_ROWS, many));
        Estimate all = estimate(Vary.knob(Vary.knob(plan, Knob.GEMM_HALF_ROWS, many), Knob.EXPERT_HALF_ROWS, few));
        int x = Part.EXPERTS.ordinal();
        return new Claims().same("experts in decode", all.decode().parts()[x], own.decode().parts()[x])
                .same("experts of a prompt", part(all, Part.EXPERTS), part(own, Part.EXPERTS)).verdict();
    }

    private static void half(Claims claims, String what, Estimate before, Estimate after, Part part, boolean isFaster) {
        claims.same(what, part(before, part), (isFaster ? 2 : 1) * part(after, part));
    }

    private static Plan twice(Plan plan, NumberFormat format) {
        Hardware h = plan.hardware();
        GpuSpec g = h.gpu();
        Map<NumberFormat, Double> peaks = new EnumMap<>(g.peakFlops());
        peaks.merge(format, 2.0, (a, b) -> a * b);
        return plan.withHardware(new Hardware(new GpuSpec(g.id(), g.name(), g.vendor(), g.architecture(), peaks,
                g.hbmBytes(), g.reportedBytes(), g.hbmBytesPerSecond(), g.links(), g.watts(), g.pricePerGpuHour(), g.provenance()), null, h.given()));
    }

    /** Only memory takes time. Full layers only: what a window reads depends on the chunk. */
    private static Verdict chunks(Sample s) {
        if (s.shape().slidingWindow() != null || s.shape().linearAttention() != null) {
            return Verdict.NOT_EXERCISED;
        }
        int k = s.random().nextInt(2, 6);
        int chunk = 16 * s.random().nextInt(1, 200);
        Parallelism p = s.degrees();
        Plan free = Vary.knob(Vary.gpu(s.plan(), FREE, 1, 1), Knob.ROOFLINE_OVERLAP, 1);
        Plan plan = Vary.degrees(free, p.tensor(), 1, p.expert(), p.context());
        plan = Vary.requests(Vary.tokens(plan, k * chunk, 16), 1);
        Estimate many = estimate(Vary.chunk(plan, chunk));
        Estimate one = estimate(Vary.chunk(plan, k * chunk));
        double token = one.get(Metric.MEMORY_KV_CACHE) / (k * chunk + 16);
        double again = k * (k - 1) / 2.0 * chunk * token
                / (plan.hardware().gpu().hbmBytesPerSecond() * s.constants().mbu()
                        * s.constants().attentionBandwidthFactor());
        return new Claims().near("attention", part(one, Part.ATTENTION) + again, part(many, Part.ATTENTION)).verdict();
    }

    private static Verdict layerOverheads(Sample s) {
        Parallelism p = s.degrees();
        // ranks wait a share of all of a layer, its overheads too
        Plan plan = Vary.knob(Vary.degrees(s.plan(), p.tensor(), 1, p.expert(), p.context()), Knob.RANK_WAIT, 0);
        double more = 0.125;
        Estimate before = estimate(plan);
        int chunks = (s.workload().inputTokens() - 1) / s.workload().maxBatchedTokens() + 1;
        Claims claims = new Claims();
        boolean isQuantized = plan.precision().weights().bytesPerElement()
                < plan.precision().activations().bytesPerElement();
        for (Knob knob : List.of(Knob.OVERHEAD_PER_LAYER, Knob.OVERHEAD_PER_MOE_LAYER,
                Knob.OVERHEAD_PER_QUANTIZED_LAYER)) {
            int layers = switch (knob) {
                case OVERHEAD_PER_LAYER -> s.shape().layers();
                case OVERHEAD_PER_MOE_LAYER -> new Counts(plan).moeLayers();
                default -> isQuantized ? s.shape().layers() : 0;
            };
            Estimate after = estimate(Vary.knob(plan, knob, s.constants().get(knob) + more));
            claims.near(knob.key() + " in prefill", before.get(Metric.TTFT_ALONE) + chunks * layers * more,
                    after.get(Metric.TTFT_ALONE));
            claims.near(knob.key() + " in decode", before.get(Metric.DECODE_STEP) + layers * more,
                    after.get(Metric.DECODE_STEP));
        }
        return claims.verdict();
    }

    /** Weak scaling: memory takes no time, every rank keeps its requests, every GPU its share of rows. */
    private static Verdict experts(Sample s) {
        MoeSpec moe = s.shape().moe();
        if (moe == null || new Counts(s.plan()).moeLayers() == 0) {
            return Verdict.NOT_EXERCISED;
        }
        int e = s.random().nextInt(2, 17);
        int n = s.random().nextInt(1, 20) * s.degrees().data();
        Plan free = Vary.knob(Vary.gpu(s.plan(), 1, FREE, 1), Knob.ROOFLINE_OVERLAP, 1);
        Plan plan = Vary.knob(Vary.knob(free, Knob.GEMM_HALF_ROWS, 0), Knob.EXPERT_HALF_ROWS, 0);
        Plan one = Vary.requests(Vary.degrees(plan, 1, 1, 1, 1), n);
        Estimate alone = estimate(one);
        Estimate many = estimate(Vary.requests(Vary.degrees(plan, 1, 1, e, 1), n * e));
        Estimate uneven = estimate(Vary.scaled(one, 2, Knob.EXPERT_IMBALANCE));
        int x = Part.EXPERTS.ordinal();
        return new Claims().near("burst", alone.prefill().burstParts()[x], many.prefill().burstParts()[x])
                .near("decode", alone.decode().parts()[x], many.decode().parts()[x])
                .near("twice the imbalance", 2 * alone.decode().parts()[x], uneven.decode().parts()[x]).verdict();
    }

    /** Two full passes a rank, or two requests of several chunks. */
    private static Verdict others(Sample s) {
        int in = s.workload().inputTokens();
        int share = Math.max(1, s.workload().maxBatchedTokens() / in);
        int b = 2 * share;
        Estimate e = estimate(Vary.requests(s.plan(), b * s.ranks()));
        double others = e.get(Metric.E2E_STEADY) - e.get(Metric.TTFT_ALONE)
                - (s.plan().assumptions().constants().admissionSteps() + s.workload().outputTokens() - 1)
                * e.get(Metric.DECODE_STEP);
        double second = e.get(Metric.TTFT_BURST_LAST) - e.get(Metric.TTFT_BURST_FIRST);
        return new Claims().near("prefills of others", second * (b - 1) / share, others,
                b * e.get(Metric.E2E_STEADY)).verdict();
    }

    private static double part(Estimate e, Part part) {
        return e.prefill().aloneParts()[part.ordinal()];
    }
}
