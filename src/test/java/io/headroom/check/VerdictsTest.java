package io.headroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.Requirement.Bound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Llama-3.1-8B on one H100 under the profile {@code plan}, by hand: weights 8 030 261 248 * 2 B = 16.06 GB; active
 * parameters 8 030 261 248 - 128 256 * 4 096 = 7 504 924 672, so the bound is 989e12 / (2 * 7.505e9) = 65 890 tokens/s.
 */
class VerdictsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Plan PLAN = Plan.of("p", CATALOG.model("llama-3.1-8b").orElseThrow(),
            Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
            new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));

    @Test
    void meetsAndSaysHowMuchIsToSpare() {
        RequirementStatus status = status("memory.weights", Bound.AT_MOST, 32.121044992, "GB", 0);

        assertThat(status.status()).isEqualTo(Status.MET);
        assertThat(status.limit()).isEqualTo(32_121_044_992.0);
        assertThat(status.value()).isEqualTo(16_060_522_496.0);
        assertThat(status.factor()).isEqualTo(2);
        assertThat(status.text()).isEqualTo("16.1 GB of at most 32.121044992: 2.00× to spare");
    }

    @Test
    void countsGibApartFromGb() {
        // 16 060 522 496 B are 14.957 GiB
        assertThat(status("memory.weights", Bound.AT_MOST, 15, "GB", 0).status()).isEqualTo(Status.MISSED);
        assertThat(status("memory.weights", Bound.AT_MOST, 15, "GiB", 0).status()).isEqualTo(Status.MET);
    }

    @Test
    void honoursTheMarginOnBothSides() {
        // 16.06 GB clear a ceiling of 20 by 20 % (16.0) not, by 19 % (16.2) yes
        assertThat(status("memory.weights", Bound.AT_MOST, 20, "GB", 0.20).status()).isEqualTo(Status.AT_RISK);
        assertThat(status("memory.weights", Bound.AT_MOST, 20, "GB", 0.19).status()).isEqualTo(Status.MET);
        // a floor of 14 GB and 20 % is 16.8, and 14 % is 15.96
        assertThat(status("memory.weights", Bound.AT_LEAST, 14, "GB", 0.20).status()).isEqualTo(Status.AT_RISK);
        assertThat(status("memory.weights", Bound.AT_LEAST, 14, "GB", 0.14).status()).isEqualTo(Status.MET);
        assertThat(status("memory.weights", Bound.AT_MOST, 20, "GB", 0.20).text())
                .isEqualTo("16.1 GB of at most 20: met, but not by the margin of 20 %");
    }

    @Test
    void onlyWhatLiesBeyondTheBoundIsImpossible() {
        RequirementStatus missed = status("throughput.outputTokens.perGpu", Bound.AT_LEAST, 60, "tokens/ms", 0);
        RequirementStatus impossible = status("throughput.outputTokens.perGpu", Bound.AT_LEAST, 70, "tokens/ms", 0);

        assertThat(missed.bound()).isCloseTo(65_890, within(1.0));
        assertThat(missed.status()).isEqualTo(Status.MISSED);
        assertThat(impossible.status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(impossible.factor()).isEqualTo(70e3 / impossible.value());
        assertThat(impossible.text()).contains("× too slow: ").endsWith(" tokens/ms of 70; the bound is 65.9 tokens/ms");
    }

    @Test
    void everyTtftIsBoundByTheArithmeticOfThePrompt() {
        for (String metric : List.of("ttft.alone", "ttft.burst.first", "ttft.burst.mean", "ttft.burst.last",
                "ttft.steady")) {
            RequirementStatus status = status(metric, Bound.AT_MOST, 1, "ms", 0);
            assertThat(status.status()).as(metric).isEqualTo(Status.IMPOSSIBLE);
            assertThat(status.bound()).as(metric).isEqualTo(status("bound.ttft.alone", Bound.AT_MOST, 1, "s", 0).value());
            assertThat(status.text()).as(metric).contains("× too slow: ");
        }
    }

    @Test
    void theBoundOfASystemIsThatOfItsGpus() {
        Plan eight = PLAN.withParallelism(new Parallelism(2, 1, 4, 1, 1, false, List.of()))
                .withWorkload(PLAN.workload().withConcurrentRequests(64));
        double perGpu = status(eight, "throughput.outputTokens.perGpu", Bound.AT_LEAST, 1, "tokens/s").bound();

        assertThat(status(eight, "throughput.outputTokens.perReplica", Bound.AT_LEAST, 1, "tokens/s").bound())
                .isEqualTo(2 * perGpu);
        assertThat(status(eight, "throughput.outputTokens", Bound.AT_LEAST, 1, "tokens/s").bound())
                .isEqualTo(8 * perGpu);
    }

    @Test
    void aWrongUnitIsUnknownAndNamesTheUnits() {
        RequirementStatus status = status("ttft.alone", Bound.AT_MOST, 1, "GB", 0);

        assertThat(status.status()).isEqualTo(Status.UNKNOWN);
        assertThat(status.limit()).isNaN();
        assertThat(status.text()).isEqualTo("\"GB\" is no unit of ttft.alone; allowed: s, ms, us, µs, min");
    }

    @Test
    void aMetricThatIsNotComputedIsUnknown() {
        RequirementStatus status = status("quality.qa", Bound.AT_LEAST, 0.9, "", 0);

        assertThat(status.status()).isEqualTo(Status.UNKNOWN);
        assertThat(status.text()).isEqualTo("\"quality.qa\" is not computed");
    }

    @Test
    void aMetricWithoutItsInputsIsUnknown() {
        RequirementStatus status = status("cost.perDay", Bound.AT_MOST, 100, "USD", 0);

        assertThat(status.status()).isEqualTo(Status.UNKNOWN);
        assertThat(status.text()).isEqualTo("no number for cost.perDay");
    }

    @Test
    void fractionsAreReadInPercentOrPlain() {
        // 19.20 GB of 80 GB are 24.0 %: golden case "llama-8b on one h100, defaults"
        assertThat(status("memory.utilization", Bound.AT_MOST, 25, "%", 0).status()).isEqualTo(Status.MET);
        assertThat(status("memory.utilization", Bound.AT_MOST, 0.23, "", 0).status()).isEqualTo(Status.MISSED);
        assertThat(status("memory.utilization", Bound.AT_MOST, 12, "%", 0).text())
                .isEqualTo("2.00× too high: 24.0 % of 12");
    }

    @Test
    void everyMetricCanBeRequiredInItsOwnUnit() {
        for (Metric metric : Metric.values()) {
            RequirementStatus status = status(metric.id(), Bound.AT_LEAST, 0, metric.dimension().si(), 0);
            assertThat(status.limit()).as(metric.id()).isZero();
            assertThat(status.text()).as(metric.id()).isNotBlank();
        }
    }

    private static RequirementStatus status(String metric, Bound bound, double value, String unit, double margin) {
        Requirement requirement = new Requirement(metric, bound, value, unit, margin, false, Extras.NONE);
        return Judge.judge(PLAN.withRequirements(List.of(requirement))).requirements().get(0);
    }

    private static RequirementStatus status(Plan plan, String metric, Bound bound, double value, String unit) {
        Requirement requirement = new Requirement(metric, bound, value, unit, 0, false, Extras.NONE);
        return Judge.judge(plan.withRequirements(List.of(requirement))).requirements().get(0);
    }
}
