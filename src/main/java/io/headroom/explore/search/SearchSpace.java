package io.headroom.explore.search;

import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is searched: every layout of a plan's model on its hardware, at several batches and precisions.
 *
 * <p>TP, EP and CP: divisors of what they split and powers of two, as sliders offer them; PP: every number of balanced
 * stages up to the layers; DP: every number of replicas; SP on and off where TP is above 1. Everything else is the plan's,
 * its requirements among it.
 *
 * @param plan the plan
 * @param gpus numbers of GPUs
 * @param precisions number formats
 * @param batches concurrent requests of the system, rising
 * @param largestBatchUpTo the largest batch that fits is tried too, up to this many requests; 0 = it is not
 * @param frontMetrics two or three metrics of the Pareto front
 */
public record SearchSpace(Plan plan, GpuCounts gpus, List<Precision> precisions, List<Integer> batches,
        int largestBatchUpTo, List<Metric> frontMetrics) {

    /** What a front is drawn over unless somebody asks for other metrics: what a GPU makes and what a reader sees. */
    public static final List<Metric> DEFAULT_FRONT = List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.TPOT_STEADY);

    public SearchSpace {
        precisions = precisions.stream().distinct().toList();
        batches = batches.stream().distinct().sorted().toList();
        frontMetrics = frontMetrics.stream().distinct().toList();
        if (precisions.isEmpty() || batches.isEmpty() && largestBatchUpTo < 1) {
            throw new IllegalArgumentException("A search needs a precision and a batch.");
        }
        if (!batches.isEmpty() && batches.getFirst() < 1) {
            throw new IllegalArgumentException("A batch of " + batches.getFirst() + " is too small: 1 or more.");
        }
        if (frontMetrics.size() < 2 || frontMetrics.size() > 3) {
            throw new IllegalArgumentException("A front is drawn over two or three metrics.");
        }
    }

    /** Layouts for {@code plan}'s own batch in its own precision. */
    public static SearchSpace of(Plan plan, GpuCounts gpus) {
        return new SearchSpace(plan, gpus, List.of(plan.precision()),
                List.of(plan.workload().concurrentRequests()), 0, DEFAULT_FRONT);
    }

    /** With other precisions. */
    public SearchSpace withPrecisions(List<Precision> value) {
        return new SearchSpace(plan, gpus, value, batches, largestBatchUpTo, frontMetrics);
    }

    /** With other batches. */
    public SearchSpace withBatches(List<Integer> value, int largestUpTo) {
        return new SearchSpace(plan, gpus, precisions, value, largestUpTo, frontMetrics);
    }

    /** With powers of two up to {@code most} and the largest batch that fits. */
    public SearchSpace withBatchesUpTo(int most) {
        return withBatches(powersOfTwo(most), most);
    }

    /** 1, 2, 4 … up to {@code most}. */
    public static List<Integer> powersOfTwo(int most) {
        return IntStream.iterate(1, b -> b > 0 && b <= most, b -> 2 * b).boxed().toList();
    }

    /** With another front. */
    public SearchSpace withFront(List<Metric> value) {
        return new SearchSpace(plan, gpus, precisions, batches, largestBatchUpTo, value);
    }

    /** With other numbers of GPUs. */
    public SearchSpace withGpus(GpuCounts value) {
        return new SearchSpace(plan, value, precisions, batches, largestBatchUpTo, frontMetrics);
    }

    /** With another plan: other hardware, other requirements. */
    public SearchSpace withPlan(Plan value) {
        return new SearchSpace(value, gpus, precisions, batches, largestBatchUpTo, frontMetrics);
    }

    /** Number of layouts, legal or not, each once for every precision. */
    public long layouts() {
        long layouts = 0;
        for (Block block : Block.of(this)) {
            for (int p = 1; p <= block.mostStages(this); p++) {
                layouts += gpus.multiplesOf(block.stageGpus() * p);
            }
        }
        return layouts;
    }

    /** Number of plans: every layout at every batch. */
    public long size() {
        return layouts() * (batches.size() + (largestBatchUpTo > 0 ? 1 : 0));
    }

    int largestBatch() {
        return Math.max(largestBatchUpTo, batches.isEmpty() ? 0 : batches.getLast());
    }
}
