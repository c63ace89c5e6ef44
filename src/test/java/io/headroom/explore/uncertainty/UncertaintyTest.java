package io.headroom.explore.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.search.Threads;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.plan.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected quantiles come from closed forms, worked out beside each. */
class UncertaintyTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    /** Of 10,000 samples the share below a quantile is off by three standard errors at most: 3*sqrt(0.1*0.9/10000), rounded up. */
    private static final double SHARE = 0.01;

    private static Plan plan(String price) {
        Plan plan = Plan.of("plan", CATALOG.model("llama-3.1-8b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()))
                .withParallelism(new Parallelism(4, 1, 1, 1, 1, false, List.of()));
        Hardware h = plan.hardware();
        return plan.withHardware(h.with(h.given().withPrice(Double.parseDouble(price))))
                .withWorkload(plan.workload().withConcurrentRequests(64));
    }

    private static Plan ranged(Plan plan, String key, double min, double max) {
        return plan.withRanges(plan.ranges().with(key, new Ranges.Range(min, max)));
    }

    private static Requirement atMost(Metric metric, double value, boolean isSoft) {
        return new Requirement(metric.id(), Requirement.Bound.AT_MOST, value, metric.dimension().si(), 0, isSoft,
                Extras.NONE);
    }

    /** Source: F(2.5477) = (x-2)^2/((5-2)*(3-2)) = 0.1; F(3.2679) = 1 - (5-x)^2/((5-2)*(5-3)) = 0.5; F(4.2254) = 0.9. */
    @Test
    void aTriangleHasItsQuantiles() {
        Triangular t = new Triangular(2, 3, 5);
        assertThat(t.quantile(0)).isEqualTo(2);
        assertThat(t.quantile(0.1)).isCloseTo(2.5477, within(5e-5));
        assertThat(t.quantile(1.0 / 3)).isCloseTo(3, within(1e-12));
        assertThat(t.quantile(0.5)).isCloseTo(3.2679, within(5e-5));
        assertThat(t.quantile(0.9)).isCloseTo(4.2254, within(5e-5));
        assertThat(t.quantile(1)).isEqualTo(5);
        assertThat(new Triangular(1, 1, 1).quantile(0.3)).isEqualTo(1);
        assertThat(Triangular.of(2, 9, 5)).as("outside: the end next to it").isEqualTo(new Triangular(2, 5, 5));
        assertThat(Triangular.of(2, Double.NaN, 5).mode()).isEqualTo(3.5);
    }

    /** Linear: cost an hour = 4 GPUs * price, so its quantiles are 4 times those of the triangle 2, 3, 5 above. */
    @Test
    void aLinearMetricByHand() {
        Uncertainty found = Uncertainty.of(ranged(plan("3"), "hardware.pricePerGpuHour", 2, 5)).orElseThrow();
        Quantiles cost = found.band(Metric.COST_PER_HOUR).orElseThrow();
        // the density of the triangle at the three quantiles: 0.365, 0.577, 0.258 a dollar
        assertThat(cost.p10()).isCloseTo(4 * 2.5477, within(4 * SHARE / 0.365));
        assertThat(cost.p50()).isCloseTo(4 * 3.2679, within(4 * SHARE / 0.577));
        assertThat(cost.p90()).isCloseTo(4 * 4.2254, within(4 * SHARE / 0.258));
        assertThat(found.bands()).as("a price moves no time").doesNotContainKeys(Metric.TPOT_STEADY, Metric.MEMORY_TOTAL);
        assertThat(found.driversOf(Metric.COST_PER_HOUR)).singleElement().satisfies(driver -> {
            assertThat(driver.low()).isCloseTo(4 * 2.5477, within(2e-4));
            assertThat(driver.high()).isCloseTo(4 * 4.2254, within(2e-4));
            assertThat(driver.share()).isEqualTo(1);
        });
        assertThat(found.driversOf(Metric.TPOT_STEADY)).isEmpty();
    }

    /** One range, metrics that only fall with it: their quantiles are the metrics at the quantiles from the other end. */
    @Test
    void aMonotonicMetricOfOneInputHasTheMetricsOfItsQuantiles() {
        Plan plan = ranged(plan("3"), "assumptions.mbu", 0.5, 0.9);
        Uncertainty found = Uncertainty.of(plan).orElseThrow();
        Triangular mbu = new Triangular(0.5, 0.8, 0.9);
        for (Metric metric : List.of(Metric.DECODE_STEP, Metric.TPOT_STEADY, Metric.E2E_STEADY)) {
            Quantiles band = found.band(metric).orElseThrow();
            assertThat(band.p10()).as(metric.id()).isBetween(at(plan, mbu.quantile(0.9 + SHARE), metric),
                    at(plan, mbu.quantile(0.9 - SHARE), metric));
            assertThat(band.p50()).as(metric.id()).isBetween(at(plan, mbu.quantile(0.5 + 2 * SHARE), metric),
                    at(plan, mbu.quantile(0.5 - 2 * SHARE), metric));
            assertThat(band.p90()).as(metric.id()).isBetween(at(plan, mbu.quantile(0.1 + SHARE), metric),
                    at(plan, mbu.quantile(0.1 - SHARE), metric));
        }
    }

    private static double at(Plan plan, double mbu, Metric metric) {
        Plan there = plan.withAssumptions(plan.assumptions().with(io.headroom.catalog.Knob.MBU, mbu));
        return ((Estimate) Estimator.estimate(there)).get(metric);
    }

    /** Chance that 4 * price <= 12.8: F(3.2) = 1 - (5-3.2)^2/(3*2) = 0.46; of at most 20 all. */
    @Test
    void chancesOfLimits() {
        Plan plan = ranged(plan("3"), "hardware.pricePerGpuHour", 2, 5).withRequirements(List.of(
                atMost(Metric.COST_PER_HOUR, 12.8, false), atMost(Metric.COST_PER_HOUR, 20, false),
                atMost(Metric.COST_PER_HOUR, 4, true), atMost(Metric.TTFT_P99, 1, false),
                new Requirement("quality.qa", Requirement.Bound.AT_LEAST, 1, "", 0, false, Extras.NONE)));
        Uncertainty found = Uncertainty.of(plan).orElseThrow();
        assertThat(found.chances().getFirst()).isCloseTo(0.46, within(2 * SHARE));
        assertThat(found.chances().subList(1, 5)).containsExactly(1.0, 0.0, Double.NaN, Double.NaN);
        assertThat(found.fits()).isEqualTo(1);
        assertThat(found.passes()).as("a wish is no limit").isEqualTo(found.chances().getFirst());
    }

    /** Usable share of 80 GB uniform enough to cross what the plan needs: chance = 1 - F(need/80 GB) of the triangle. */
    @Test
    void chanceThatMemorySuffices() {
        Plan plan = plan("3").withParallelism(Parallelism.SINGLE);
        double share = ((Estimate) Estimator.estimate(plan)).get(Metric.MEMORY_UTILIZATION);
        Plan ranged = ranged(plan, "assumptions.usableMemoryFraction", share - 0.1, share + 0.1)
                .withAssumptions(plan.assumptions().with(io.headroom.catalog.Knob.USABLE_MEMORY, share));
        // symmetric about what is needed
        assertThat(Uncertainty.of(ranged).orElseThrow().fits()).isCloseTo(0.5, within(2 * SHARE));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameAndAnotherSeedAnother() {
        Plan plan = ranged(ranged(ranged(plan("3"), "assumptions.mfu", 0.4, 0.7), "assumptions.mbu", 0.6, 0.9),
                "workload.concurrentRequests", 16, 200).withRequirements(List.of(atMost(Metric.TPOT_STEADY, 0.01, false)));
        Uncertainty alone = sampled(plan, 1, Workers.ALONE);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(sampled(plan, 1, new Threads(threads))).isEqualTo(alone);
        }
        assertThat(sampled(plan, 2, Workers.ALONE).bands()).isNotEqualTo(alone.bands());
        assertThat(alone.inputs()).extracting(u -> u.input().key()).containsExactly("workload.concurrentRequests",
                "assumptions.mfu", "assumptions.mbu");
    }

    private static Uncertainty sampled(Plan plan, long seed, Workers workers) {
        return Uncertainty.of(plan, seed, 3_001, workers, () -> false).orElseThrow();
    }

    /** Draws are even: of 10,000 in ten bins each has 1,000 +- 100, more than three standard deviations; streams differ. */
    @Test
    void drawsAreEvenAndStreamsDiffer() {
        Draws draws = new Draws(5, "assumptions.mfu");
        Draws others = new Draws(5, "assumptions.mbu");
        int[] bins = new int[10];
        double together = 0;
        for (int i = 0; i < 10_000; i++) {
            bins[(int) (draws.at(i) * 10)]++;
            together += (draws.at(i) - 0.5) * (others.at(i) - 0.5);
        }
        assertThat(IntStream.of(bins)).allMatch(n -> Math.abs(n - 1_000) < 100);
        // the standard error of a covariance of two uniforms is 1/12/sqrt(n)
        assertThat(together / 10_000).isCloseTo(0, within(3.0 / 12 / 100));
    }

    @Test
    void withoutRangesOrNumbersThereIsNothingToSay() {
        assertThat(Uncertainty.of(plan("3"))).isEmpty();
        Plan broken = ranged(plan("3"), "assumptions.mfu", 0.4, 0.6).withParallelism(
                new Parallelism(3, 1, 1, 2, 1, false, List.of()));
        assertThat(Uncertainty.of(broken)).isEmpty();
        Plan plan = ranged(plan("3"), "assumptions.mfu", 0.4, 0.6);
        assertThat(Uncertainty.of(plan, 1, 100, Workers.ALONE, () -> true)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> Uncertainty.of(plan, 1, 0, Workers.ALONE, () -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What no figure can be worse than, where all of them only fall with MFU and MBU. */
    @Test
    void noSampleIsSlowerThanThePessimisticPlan() {
        Plan plan = ranged(ranged(plan("3"), "assumptions.mfu", 0.4, 0.7), "assumptions.mbu", 0.6, 0.9);
        Plan worst = Uncertain.pessimistic(plan);
        assertThat(worst.assumptions().constants().mfu()).isEqualTo(0.4);
        assertThat(worst.assumptions().constants().mbu()).isEqualTo(0.6);
        double limit = ((Estimate) Estimator.estimate(worst)).get(Metric.E2E_STEADY);
        Uncertainty found = Uncertainty.of(plan.withRequirements(List.of(atMost(Metric.E2E_STEADY, limit, false))))
                .orElseThrow();
        assertThat(found.passes()).isEqualTo(1);
        assertThat(found.band(Metric.E2E_STEADY).orElseThrow().p90()).isLessThan(limit);
    }
}
