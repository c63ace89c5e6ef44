package io.headroom.check.audit.judge;

import io.headroom.check.MetricBounds;
import io.headroom.check.audit.Open;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Scale;
import io.headroom.format.Sentence;
import java.util.Optional;
import java.util.Set;

/**
 * The arithmetic behind a bound of {@link Limits} in one short formula: "400 TFLOP/s peak of a GPU / 20.0 GFLOP a token".
 *
 * @param e the plan that gives the bound
 * @param open what is filled in favour of the text; empty for the plan as read
 */
record LimitText(Estimate e, Set<Open> open) {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    private static final double SAME = 1e-6;

    /** How {@code bound} of {@code metric} comes about; empty where it has no short form. */
    Optional<Sentence> of(Metric metric, double bound) {
        return Optional.ofNullable(switch (metric) {
            case OUTPUT_TOKENS_PER_GPU -> Sentence.of(tokens(bound, "", 1.0 / e.groups().gpus()));
            case OUTPUT_TOKENS_PER_REPLICA -> Sentence.of(tokens(bound, e.groups().replicaGpus() + " GPUs × ",
                    1.0 / e.plan().parallelism().data()));
            case OUTPUT_TOKENS -> Sentence.of(tokens(bound, e.groups().gpus() + " GPUs × ", 1));
            case MEMORY_WEIGHTS, MEMORY_TOTAL -> weights();
            case MEMORY_UTILIZATION -> weights().and(" / ").and(e.plan().hardware().gpu().hbmBytes(), Dimension.BYTES)
                    .and(" of a GPU");
            case DECODE_STEP, TPOT_STEADY -> Sentence.of(text(e.plan().hardware().gpu().hbmBytesPerSecond(), Dimension.BYTES_PER_SECOND)
                    + " for ").and(Limits.weightBytes(e, open) / Limits.weightGpus(e, open), Dimension.BYTES)
                    .and(" of weights a GPU" + stages());
            case TTFT_ALONE, TTFT_BURST_FIRST, TTFT_BURST_MEAN, TTFT_BURST_LAST, TTFT_STEADY -> Sentence.of(prompts(metric));
            default -> null;
        });
    }

    private String tokens(double bound, String gpus, double share) {
        double computing = MetricBounds.of(Metric.OUTPUT_TOKENS, e) * Limits.faster(e, open) / Limits.share(e, open);
        if (bound >= computing * share * (1 - SAME)) {
            double perToken = e.peakFlops() / MetricBounds.of(Metric.OUTPUT_TOKENS_PER_GPU, e) * Limits.share(e, open);
            return gpus + peak() + " peak of a GPU / " + text(perToken, Dimension.FLOP) + " a token";
        }
        String over = share == 1 ? "" : " / " + FORMAT.tick(1 / share, new Scale("", 1, 0)) + (gpus.isEmpty() ? " GPUs" : " replicas");
        return e.plan().workload().concurrentRequests() + " requests at once / " + text(Limits.step(e, open), Dimension.SECONDS)
                + " for reading the weights once" + over;
    }

    private Sentence weights() {
        return Sentence.of("").and(Limits.weightBytes(e, open), Dimension.BYTES).and(" of weights / "
                + FORMAT.tick(Limits.weightGpus(e, open), new Scale("", 1, 0)) + " GPUs");
    }

    private String stages() {
        int stages = open.contains(Open.LAYOUT) ? 1 : e.plan().parallelism().pipeline();
        return stages > 1 ? ", one of " + stages + " stages after the other" : "";
    }

    private String prompts(Metric metric) {
        int prompts = metric == Metric.TTFT_BURST_LAST ? e.plan().workload().concurrentRequests() : 1;
        double gpus = prompts > 1 ? e.groups().gpus() : Limits.weightGpus(e, open);
        return (prompts > 1 ? prompts + " prompts × " : "") + text(e.get(Metric.PREFILL_FLOPS) * Limits.share(e, open), Dimension.FLOP)
                + " / (" + FORMAT.tick(gpus, new Scale("", 1, 0)) + " GPUs × " + peak() + " peak)";
    }

    private String peak() {
        return text(e.peakFlops() * Limits.faster(e, open), Dimension.FLOP_PER_SECOND);
    }

    private static String text(double value, Dimension dimension) {
        return FORMAT.text(value, dimension);
    }
}
