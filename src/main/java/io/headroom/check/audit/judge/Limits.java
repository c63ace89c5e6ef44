package io.headroom.check.audit.judge;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.ParameterCount;
import io.headroom.check.MetricBounds;
import io.headroom.check.audit.Open;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.Sentence;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What physics allows of a metric: of the plan as it was read, and of the kindest plan that the text leaves open.
 *
 * <p>Bounds of {@link MetricBounds}, and besides: weights of a GPU {@code >= all weights / GPUs of a replica}; nothing a
 * GPU holds is more than its memory; shares are at most 1; tokens a second {@code <= requests at once / time to read
 * the weights and the cache once}; the last of a burst {@code >= all its FLOP / (GPUs * peak)}. Kindest: the shortest
 * lengths, one request (for times), one expert a token, 4.25 bit weights cut over all GPUs, the fastest accelerator.
 */
final class Limits {

    /** More dense FLOP/s than any accelerator of the catalogue computes in any format (15e15, GB300 NVFP4). */
    private static final double FASTEST_FLOPS = 20e15;
    /** More bytes/s than any accelerator of the catalogue reads from its memory (8e12, B200 and MI355X). */
    private static final double FASTEST_BYTES = 10e12;

    private final Estimate asRead;
    private final Estimate kindest;
    private final Set<Open> open;

    Limits(Estimate asRead, Set<Open> open) {
        this.asRead = asRead;
        this.open = open;
        this.kindest = Estimator.estimate(kindest(asRead.plan(), open)) instanceof Estimate e ? e : asRead;
    }

    /**
     * The bound of {@code metric} on the plan as read, NaN where none is known; of tokens a second that of computing, as
     * long as {@code claimed} lies beyond it, since it needs no workload.
     */
    double bound(String id, double claimed) {
        double all = Metric.byId(id).map(metric -> of(metric, asRead, Set.of())).orElse(Double.NaN);
        double computing = Metric.byId(id).map(metric -> MetricBounds.of(metric, asRead)).orElse(Double.NaN);
        return isCeiling(id) && (claimed > computing || !(claimed > all)) && !Double.isNaN(computing) ? computing : all;
    }

    /** The bound of {@code metric} on the kindest plan, NaN where none is known. */
    double kindestBound(String id) {
        return Metric.byId(id).map(metric -> of(metric, kindest, open)).orElse(Double.NaN);
    }

    /** How {@link #bound} comes about, in brackets behind it; empty where that has no short form. */
    Optional<Sentence> why(String id, double bound) {
        return Metric.byId(id).flatMap(metric -> new LimitText(asRead, Set.of()).of(metric, bound));
    }

    /** How {@link #kindestBound} comes about. */
    Optional<Sentence> kindestWhy(String id, double bound) {
        return Metric.byId(id).flatMap(metric -> new LimitText(kindest, open).of(metric, bound));
    }

    /** Whether the bound of {@code metric} is the most there can be, and not the least. */
    static boolean isCeiling(String id) {
        return id.startsWith("throughput.") || id.startsWith("mfu.") || id.startsWith("mbu.")
                || id.startsWith("share.");
    }

    private static double of(Metric metric, Estimate e, Set<Open> open) {
        return switch (metric) {
            case TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_STEADY ->
                    MetricBounds.of(metric, e) / faster(e, open) * share(e, open) / spread(e, open);
            case TTFT_BURST_LAST -> Math.max(MetricBounds.of(metric, e) / spread(e, open),
                    e.plan().workload().concurrentRequests() * e.get(Metric.PREFILL_FLOPS)
                            / (e.groups().gpus() * e.peakFlops())) / faster(e, open) * share(e, open);
            case DECODE_STEP, TPOT_STEADY -> step(e, open);
            case E2E_STEADY -> of(Metric.TTFT_ALONE, e, open)
                    + (e.plan().workload().outputTokens() - 1) * step(e, open);
            case OUTPUT_TOKENS -> tokens(e, open);
            case OUTPUT_TOKENS_PER_GPU -> tokens(e, open) / e.groups().gpus();
            case OUTPUT_TOKENS_PER_REPLICA -> tokens(e, open) / e.plan().parallelism().data();
            case MEMORY_WEIGHTS, MEMORY_TOTAL -> weightBytes(e, open) / weightGpus(e, open);
            case MEMORY_UTILIZATION -> weightBytes(e, open) / weightGpus(e, open)
                    / e.plan().hardware().gpu().hbmBytes();
            case MFU_PREFILL, MFU_DECODE, MBU_DECODE, SHARE_COMMUNICATION, SHARE_BUBBLE -> 1;
            default -> Double.NaN;
        };
    }

    static double tokens(Estimate e, Set<Open> open) {
        double computing = MetricBounds.of(Metric.OUTPUT_TOKENS, e) * faster(e, open) / share(e, open);
        boolean isBatchKnown = !open.contains(Open.BATCH);
        return isBatchKnown ? Math.min(computing, e.plan().workload().concurrentRequests() / step(e, open)) : computing;
    }

    /** Least time of a token: the GPUs read their part of the weights and the cache; cut evenly where degrees are open. */
    static double step(Estimate e, Set<Open> open) {
        GpuSpec gpu = e.plan().hardware().gpu();
        double bandwidth = open.contains(Open.HARDWARE) ? Math.max(FASTEST_BYTES, gpu.hbmBytesPerSecond())
                : gpu.hbmBytesPerSecond();
        boolean isAsRead = !open.contains(Open.LAYOUT) && !open.contains(Open.PRECISION)
                && !open.contains(Open.ACTIVE_PARAMETERS);
        return isAsRead ? e.get(Metric.BOUND_TPOT) * (gpu.hbmBytesPerSecond() / bandwidth)
                : touchedBytes(e, open) / (weightGpus(e, open) * bandwidth);
    }

    /** Bytes of the weights that a step of all requests multiplies, each read once. */
    private static double touchedBytes(Estimate e, Set<Open> open) {
        ModelSpec model = e.plan().model();
        double all = weightBytes(e, open);
        if (!model.isMoe()) {
            return all - table(model) * bytes(e.plan().precision().weights(), open);
        }
        double experts = routed(model) * bytes(e.plan().precision().experts(), open);
        int chosen = open.contains(Open.ACTIVE_PARAMETERS) ? 1 : model.shape().moe().topK();
        double missed = Math.pow(1 - (double) chosen / model.shape().moe().experts(),
                Math.ceil((double) e.plan().workload().concurrentRequests() / e.plan().parallelism().data()));
        return all - table(model) * bytes(e.plan().precision().weights(), open) - missed * experts;
    }

    static double weightBytes(Estimate e, Set<Open> open) {
        ModelSpec model = e.plan().model();
        double experts = model.isMoe() ? routed(model) : 0;
        return (model.parameters().total() - experts) * bytes(e.plan().precision().weights(), open)
                + experts * bytes(e.plan().precision().experts(), open);
    }

    private static double bytes(NumberFormat format, Set<Open> open) {
        return open.contains(Open.PRECISION) ? NumberFormat.INT4.bytesPerElement() : format.bytesPerElement();
    }

    static double weightGpus(Estimate e, Set<Open> open) {
        return open.contains(Open.LAYOUT) ? e.groups().gpus() : e.groups().replicaGpus();
    }

    private static double spread(Estimate e, Set<Open> open) {
        return weightGpus(e, open) / e.groups().replicaGpus();
    }

    private static double table(ModelSpec model) {
        return model.shape().tiedEmbeddings() ? 0 : (double) model.shape().vocabulary() * model.hidden();
    }

    private static double routed(ModelSpec model) {
        return moeLayers(model) * model.shape().moe().experts() * ParameterCount.expert(model.shape());
    }

    private static double moeLayers(ModelSpec model) {
        return IntStream.range(0, model.layers()).filter(model.shape().moe()::isMoeLayer).count();
    }

    /** How many times faster the kindest hardware computes; with open degrees all GPUs work on one prompt. */
    static double faster(Estimate e, Set<Open> open) {
        double fastest = e.plan().hardware().gpu().peakFlops().values().stream().mapToDouble(Double::doubleValue).max()
                .orElse(e.peakFlops());
        double peak = open.contains(Open.HARDWARE) ? Math.max(FASTEST_FLOPS, fastest)
                : open.contains(Open.PRECISION) ? fastest : e.peakFlops();
        return peak / e.peakFlops();
    }

    /** Share of the active parameters that a token uses at least: one expert a layer where the number is open. */
    static double share(Estimate e, Set<Open> open) {
        ModelSpec model = e.plan().model();
        if (!open.contains(Open.ACTIVE_PARAMETERS) || !model.isMoe()) {
            return 1;
        }
        double idle = moeLayers(model) * (model.shape().moe().topK() - 1) * ParameterCount.expert(model.shape());
        return 1 - idle / model.parameters().active();
    }

    private static Plan kindest(Plan plan, Set<Open> open) {
        Workload w = plan.workload();
        if (open.contains(Open.LENGTHS)) {
            w = w.withInputTokens(w.inputRange() == null ? 1 : w.inputRange().min()).withOutputTokens(1);
        }
        if (open.contains(Open.BATCH)) {
            w = w.withConcurrentRequests(1);
        }
        return plan.withWorkload(w);
    }
}
