package io.headroom.estimate.layout;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Constants;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;

/**
 * A plan resolved into the plain numbers of the cost model's formulas: defaults applied, groups formed, formats looked
 * up in the hardware. Fields are public because every formula of the hot path reads several of them.
 */
public final class Deployment {

    public final Plan plan;
    public final ModelSpec.Shape shape;
    public final Groups groups;
    public final Stages stages;
    public final Constants constants;
    public final Peaks peaks;
    public final Links links;

    /** d, width of the residual stream. */
    public final double hidden;
    /** t, tensor parallel degree. */
    public final int tp;
    /** c, context parallel degree. */
    public final int cp;
    /** e, expert parallel degree. */
    public final int ep;
    /** Query heads h. */
    public final double heads;
    /** Key-value heads g; 0 with latent attention. */
    public final double kvHeads;
    /** Head dimension dh; 0 with latent attention. */
    public final double headDim;
    /** Latent attention, or null. */
    public final Attention.Latent latent;
    /** Grouped-query attention, or null. */
    public final Attention.GroupedQuery grouped;
    public final LinearAttention linear;
    public final MoeSpec moe;

    /** Bytes an element of attention, dense and shared weights. */
    public final double weightBytes;
    /** Bytes an element of routed experts. */
    public final double expertBytes;
    /** How the engine's kernels pad routed experts, or null where they do not. */
    public final Padding padding;
    /** Bytes of routed experts in memory, for each byte of their parameters: 1 where nothing is padded. */
    public final double expertPadding;
    /** Bytes an element of the KV cache. */
    public final double kvBytes;
    /** Bytes an element of activations. */
    public final double activationBytes;
    /** GEMMs of attention, dense FFN and shared experts. */
    public final GemmFormat weightGemm;
    /** GEMMs of routed experts. */
    public final GemmFormat expertGemm;
    /** GEMMs of router and LM head. */
    public final GemmFormat tableGemm;
    /** Bytes an element of what always stays bf16: router, norms, embedding, LM head. */
    public static final double BF16_BYTES = NumberFormat.BF16.bytesPerElement();

    /** Memory of a GPU: as sold, or as its driver reports it where the profile says so. */
    public final double memoryBytes;
    /** What the runtime of a GPU holds outside its allocator. */
    public final double outsideBytes;
    /** What is held while the engine tries its sampler at start, null where it tries none. */
    public final SamplingPeak sampling;
    /** B, concurrent requests of the system. */
    public final int requests;
    /** S, prompt tokens. */
    public final int inputTokens;
    /** O, output tokens. */
    public final int outputTokens;
    /** C, tokens of a pass at most. */
    public final int chunkTokens;
    /** Requests of a replica, ⌈B/r⌉. */
    public final int replicaRequests;
    /** b, sequences of an attention rank, ⌈B/(r·a)⌉. */
    public final int sequences;

    /**
     * Resolves {@code plan}.
     *
     * @throws IllegalArgumentException where groups are not whole or stages do not hold the model's layers
     */
    public Deployment(Plan plan) {
        this.plan = plan;
        this.shape = plan.model().shape();
        Parallelism p = plan.parallelism();
        this.groups = Groups.of(p);
        this.stages = Stages.of(shape.layers(), p.pipeline(), p.layersPerStage(), plan.model().layerCounts());
        this.constants = plan.assumptions().constants();
        this.peaks = Peaks.of(plan);
        Hardware hardware = plan.hardware();
        this.links = Links.of(hardware, constants);
        double reported = hardware.gpu().reportedBytes();
        this.memoryBytes = plan.assumptions().profile().usesReportedMemory() && !Double.isNaN(reported)
                ? reported : hardware.gpu().hbmBytes();
        this.hidden = shape.hidden();
        this.tp = p.tensor();
        this.cp = p.context();
        this.ep = p.expert();
        this.heads = shape.attention().heads();
        this.grouped = shape.attention() instanceof Attention.GroupedQuery g ? g : null;
        this.latent = shape.attention() instanceof Attention.Latent m ? m : null;
        this.kvHeads = grouped == null ? 0 : grouped.kvHeads();
        this.headDim = grouped == null ? 0 : grouped.headDim();
        this.linear = shape.linearAttention();
        this.moe = shape.moe();
        this.weightBytes = plan.precision().weights().bytesPerElement();
        this.expertBytes = plan.precision().experts().bytesPerElement();
        this.padding = Padding.of(plan, groups);
        this.expertPadding = padding == null ? 1 : padding.factor();
        this.kvBytes = plan.precision().kvCache().bytesPerElement();
        this.activationBytes = plan.precision().activations().bytesPerElement();
        this.weightGemm = GemmFormat.of(plan.precision().weights(), plan);
        this.expertGemm = GemmFormat.of(plan.precision().experts(), plan);
        this.tableGemm = GemmFormat.of(NumberFormat.BF16, plan);
        Workload w = plan.workload();
        this.requests = w.concurrentRequests();
        this.inputTokens = w.inputTokens();
        this.outputTokens = w.outputTokens();
        this.chunkTokens = w.maxBatchedTokens();
        this.outsideBytes = constants.reserveBytes() + (groups.stageGpus() > 1 ? constants.reserveInGroupBytes() : 0);
        this.sampling = SamplingPeak.of(plan, groups, constants, rankSequences());
        this.replicaRequests = ceilDiv(requests, p.data());
        this.sequences = ceilDiv(requests, (long) p.data() * groups.attentionData());
    }

    /** The layout of {@code layout} under the load of {@code plan}, which differs from its plan in requests and replicas only. */
    private Deployment(Deployment layout, Plan plan) {
        this.plan = plan;
        this.shape = layout.shape;
        this.groups = Groups.of(plan.parallelism());
        this.stages = layout.stages;
        this.constants = layout.constants;
        this.peaks = layout.peaks;
        this.links = layout.links;
        this.memoryBytes = layout.memoryBytes;
        this.outsideBytes = layout.outsideBytes;
        this.sampling = layout.sampling;
        this.hidden = layout.hidden;
        this.tp = layout.tp;
        this.cp = layout.cp;
        this.ep = layout.ep;
        this.heads = layout.heads;
        this.grouped = layout.grouped;
        this.latent = layout.latent;
        this.kvHeads = layout.kvHeads;
        this.headDim = layout.headDim;
        this.linear = layout.linear;
        this.moe = layout.moe;
        this.weightBytes = layout.weightBytes;
        this.expertBytes = layout.expertBytes;
        this.padding = layout.padding;
        this.expertPadding = layout.expertPadding;
        this.kvBytes = layout.kvBytes;
        this.activationBytes = layout.activationBytes;
        this.weightGemm = layout.weightGemm;
        this.expertGemm = layout.expertGemm;
        this.tableGemm = layout.tableGemm;
        this.inputTokens = layout.inputTokens;
        this.outputTokens = layout.outputTokens;
        this.chunkTokens = layout.chunkTokens;
        this.requests = plan.workload().concurrentRequests();
        this.replicaRequests = ceilDiv(requests, plan.parallelism().data());
        this.sequences = ceilDiv(requests, (long) plan.parallelism().data() * groups.attentionData());
    }

    /** This layout under the load of {@code plan}, which must differ from its plan in requests and replicas only. */
    public Deployment serving(Plan plan) {
        return new Deployment(this, plan);
    }

    /** Attention ranks of the system, each with sequences of its own: r*a. */
    public long ranks() {
        return (long) plan.parallelism().data() * groups.attentionData();
    }

    /** Sequences that the scheduler of an attention rank admits: the plan's, else what its engine starts with. */
    public int rankSequences() {
        int given = plan.workload().maxConcurrentSequences();
        return given > 0 ? ceilDiv(given, groups.attentionData())
                : plan.assumptions().engineSpec().limits(plan.hardware().gpu().hbmBytes()).sequences();
    }

    /** Stages p. */
    public int pipeline() {
        return stages.count();
    }

    /** ⌈g/t⌉-like share of KV heads on a GPU: max(g/t, 1), copies where t exceeds g. */
    public double kvHeadsPerGpu() {
        return Math.max(kvHeads / tp, 1);
    }

    /** Group tokens N of a pass with {@code n} sequences of {@code q} tokens on every attention rank. */
    public double groupTokens(double n, double q) {
        return q * n * Math.min(groups.attentionData(), replicaRequests);
    }

    /** ⌈a/b⌉ of positive whole numbers. */
    public static int ceilDiv(long a, long b) {
        return (int) ((a + b - 1) / b);
    }
}
