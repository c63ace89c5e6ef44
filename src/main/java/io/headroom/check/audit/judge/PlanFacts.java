package io.headroom.check.audit.judge;

import io.headroom.catalog.ModelSpec;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.ReadPlan;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the plan of a claim gives, and whether its text states enough to say so. */
final class PlanFacts {

    private static final Set<Open> ALL = EnumSet.allOf(Open.class);

    private final ReadPlan read;
    private final Optional<Estimate> estimate;

    PlanFacts(ReadPlan read) {
        this.read = read;
        this.estimate = Estimator.estimate(read.plan()) instanceof Estimate numbers ? Optional.of(numbers)
                : Optional.empty();
    }

    ReadPlan read() {
        return read;
    }

    Optional<Estimate> estimate() {
        return estimate;
    }

    /** What the plan gives of {@code metric}, gaps filled as they were read; NaN where nothing does. */
    double computed(String metric) {
        return estimate.map(e -> Metric.byId(metric).map(e::get).orElseGet(() -> other(metric, e))).orElse(Double.NaN);
    }

    private double other(String metric, Estimate e) {
        ModelSpec model = read.plan().model();
        return switch (metric) {
            case Measure.FLOP_PER_TOKEN -> 2 * model.parameters().active();
            case Measure.FLOPS_PER_GPU -> e.peakFlops() * read.plan().assumptions().constants().mfu();
            case Measure.HBM_BANDWIDTH -> read.plan().hardware().gpu().hbmBytesPerSecond();
            case Measure.GPUS_MAPPED -> e.groups().gpus();
            case Measure.EXPERT_MODULES_PER_GPU -> e.get(Metric.EXPERTS_PER_GPU) * mostMoeLayers(model, e);
            default -> Double.NaN;
        };
    }

    /** MoE layers of the first stage: of all layers where they are spread evenly. */
    private static double mostMoeLayers(ModelSpec model, Estimate e) {
        if (!model.isMoe()) {
            return Double.NaN;
        }
        long all = IntStream.range(0, model.layers()).filter(model.shape().moe()::isMoeLayer).count();
        return Math.ceil(all * (double) e.mostLayers() / model.layers());
    }

    /** Whether the text states everything that {@code metric} depends on. */
    boolean isStated(String metric) {
        return needed(metric).stream().noneMatch(read.open()::contains);
    }

    /** What {@code metric} depends on and the text does not state. */
    Stream<Open> missing(String metric) {
        return needed(metric).stream().filter(read.open()::contains);
    }

    /** Whether it is counted from the plan's own degrees, so that another number contradicts the plan. */
    static boolean isCounted(String metric) {
        return Metric.byId(metric).map(m -> m.dimension() == Dimension.COUNT && m != Metric.BATCH_MAX
                || m.dimension() == Dimension.PARAMETERS).orElse(metric.equals(Measure.EXPERT_MODULES_PER_GPU)
                || metric.equals(Measure.GPUS_MAPPED) || metric.equals(Measure.FLOP_PER_TOKEN));
    }

    private static Set<Open> needed(String metric) {
        return switch (metric) {
            case "gpus", "replicas", "gpus.perReplica", "heads.perGpu", "layers.perStage", "experts.perGpu",
                 Measure.GPUS_MAPPED, Measure.EXPERT_MODULES_PER_GPU -> EnumSet.of(Open.LAYOUT);
            case "params.total" -> EnumSet.of(Open.SHAPE);
            case "params.active", Measure.FLOP_PER_TOKEN -> EnumSet.of(Open.ACTIVE_PARAMETERS);
            case "memory.capacity", "cost.perHour", "power.watts" -> EnumSet.noneOf(Open.class);
            case "memory.weights" -> EnumSet.of(Open.SHAPE, Open.PRECISION, Open.LAYOUT);
            case Measure.FLOPS_PER_GPU, Measure.HBM_BANDWIDTH -> EnumSet.of(Open.HARDWARE);
            default -> metric.startsWith("memory.") ? EnumSet.of(Open.SHAPE, Open.PRECISION, Open.LAYOUT, Open.BATCH,
                    Open.LENGTHS) : ALL;
        };
    }
}
