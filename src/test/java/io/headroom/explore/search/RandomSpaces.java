package io.headroom.explore.search;

import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.plan.Extras;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small spaces from a seed: random models on random hardware, one to three limits near what some plan reaches. */
final class RandomSpaces {

    private static final int MOST_PLANS = 6_000;
    private static final List<Metric> LIMITED = List.of(Metric.MEMORY_TOTAL, Metric.TTFT_ALONE, Metric.TTFT_BURST_LAST,
            Metric.TTFT_STEADY, Metric.DECODE_STEP, Metric.TPOT_STEADY, Metric.E2E_STEADY, Metric.OUTPUT_TOKENS,
            Metric.OUTPUT_TOKENS_PER_GPU, Metric.GPUS, Metric.COST_PER_MILLION_TOKENS, Metric.MBU_DECODE);
    private static final List<Metric> FRONT = List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.TPOT_STEADY, Metric.GPUS,
            Metric.TTFT_BURST_LAST, Metric.MEMORY_UTILIZATION, Metric.COST_PER_HOUR, Metric.E2E_STEADY);

    private final RandomPlans plans;
    private final long seed;

    RandomSpaces(long seed) {
        this.plans = new RandomPlans(seed);
        this.seed = seed;
    }

    /** The problem of this index: always the same. */
    SearchSpace next(int index) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        Plan plan = plans.plan(index);
        plan = plan.withParallelism(Parallelism.SINGLE);
        int gpus = random.nextInt(1, 25);
        GpuCounts counts = random.nextInt(3) == 0
                ? GpuCounts.of(List.of(gpus, random.nextInt(1, 25))) : GpuCounts.upTo(gpus);
        SearchSpace space = SearchSpace.of(plan, counts);
        if (random.nextBoolean()) {
            space = space.withPrecisions(List.of(plan.precision(), Precision.BF16.withWeights(NumberFormat.FP8)));
        }
        space = random.nextBoolean() ? space.withBatchesUpTo(random.nextInt(1, 40))
                : space.withBatches(List.of(random.nextInt(1, 50), random.nextInt(1, 500)), 0);
        List<Metric> front = new ArrayList<>(FRONT);
        while (front.size() > 2 + index % 2) {
            front.remove(random.nextInt(front.size()));
        }
        space = space.withFront(front);
        while (space.size() > MOST_PLANS && space.gpus().most() > 1) {
            space = space.withGpus(GpuCounts.upTo(space.gpus().most() / 2));
        }
        return space.withPlan(plan.withRequirements(limits(plan, random)));
    }

    private static List<Requirement> limits(Plan plan, SplittableRandom random) {
        List<Requirement> limits = new ArrayList<>();
        int wanted = random.nextInt(4);
        while (limits.size() < wanted) {
            Metric metric = LIMITED.get(random.nextInt(LIMITED.size()));
            double near = Estimator.estimate(plan) instanceof Estimate e ? e.get(metric) : 1;
            double value = Double.isNaN(near) ? 1 : near * Math.exp(random.nextDouble(-1.5, 3));
            limits.add(new Requirement(metric.id(), metric.isMoreBetter() && metric != Metric.GPUS
                    ? Requirement.Bound.AT_LEAST : Requirement.Bound.AT_MOST,
                    metric.isMoreBetter() ? value / 10 : value, metric.dimension().si(), 0, random.nextInt(5) == 0, Extras.NONE));
        }
        return limits;
    }
}
