package io.headroom.session.figures;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Metric;
import java.util.List;
import java.util.Optional;

/** Which metric stands for TTFT, TPOT and throughput: the one that the plan limits, else the usual one. */
public enum Headline {
    TTFT(Metric.TTFT_BURST_LAST, List.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_FIRST, Metric.TTFT_BURST_MEAN,
            Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.TTFT_P50, Metric.TTFT_P90, Metric.TTFT_P99)),
    TPOT(Metric.TPOT_STEADY, List.of(Metric.TPOT_STEADY, Metric.DECODE_STEP, Metric.TPOT_P50, Metric.TPOT_P90,
            Metric.TPOT_P99)),
    THROUGHPUT(Metric.OUTPUT_TOKENS_PER_GPU, List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.OUTPUT_TOKENS,
            Metric.OUTPUT_TOKENS_PER_REPLICA, Metric.TOTAL_TOKENS, Metric.TOTAL_TOKENS_PER_GPU, Metric.REQUESTS));

    private final Metric usual;
    private final List<Metric> candidates;

    Headline(Metric usual, List<Metric> candidates) {
        this.usual = usual;
        this.candidates = candidates;
    }

    /** The metric to show for {@code judgement}. */
    public Metric of(Judgement judgement) {
        return required(judgement).orElse(usual);
    }

    /** The metric whose making can be explained: a percentile is counted, so the usual one in its place. */
    public Metric explainedOf(Judgement judgement) {
        Metric metric = of(judgement);
        return metric.isSimulated() ? usual : metric;
    }

    /** Whether the plan limits it. */
    public boolean isRequiredBy(Judgement judgement) {
        return required(judgement).isPresent();
    }

    private Optional<Metric> required(Judgement judgement) {
        return judgement.requirements().stream().map(RequirementStatus::metric).flatMap(Optional::stream)
                .filter(candidates::contains).findFirst();
    }
}
