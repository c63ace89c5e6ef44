package io.headroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.band.Band;
import io.headroom.catalog.band.Bands;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.Requirement.Bound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bands made by hand around a plan's own numbers. */
class MetricBandTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile PROFILE = CATALOG.profile("calibrated").orElseThrow().withBands(new Bands(Map.of(
            "tpot/vllm/hopper", new Band(0.9, 1.2, false, 40), "tpot/*/*", new Band(0.5, 2, false, 99),
            "e2e/vllm/hopper", new Band(1.05, 1.3, false, 40), "e2e/*/*", new Band(0.5, 2, false, 99),
            "throughput/vllm/hopper", new Band(0.8, 1.25, false, 40), "throughput/*/*", new Band(0.5, 2, false, 99))));
    private static final Plan PLAN = Plan.of("a", CATALOG.model("llama-3.1-8b").orElseThrow(),
            Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()), new Assumptions(PROFILE, "vllm", Map.of()));

    @Test
    void timesAndRatesTakeTheFactorsOfTheirQuantity() {
        assertAround(Metric.TPOT_STEADY, 0.9, 1.2);
        assertAround(Metric.DECODE_STEP, 0.9, 1.2);
        assertAround(Metric.OUTPUT_TOKENS_PER_GPU, 0.8, 1.25);
        assertAround(Metric.REQUESTS, 0.8, 1.25);
    }

    @Test
    void whatATokenCostsGoesTheOtherWay() {
        // 0.8 of the tokens for the same watts are 1.25 of the joules a token
        assertAround(Metric.ENERGY_PER_TOKEN, 1 / 1.25, 1 / 0.8);
    }

    @Test
    void theEstimateIsAlwaysWithin() {
        assertAround(Metric.E2E_STEADY, 1, 1.3);
    }

    @Test
    void bytesAndQuantitiesWithoutMeasurementsHaveNone() {
        assertThat(Judge.judge(PLAN).band(Metric.MEMORY_TOTAL)).isEmpty();
        assertThat(Judge.judge(PLAN).band(Metric.GPUS)).isEmpty();
        assertThat(Judge.judge(PLAN).band(Metric.TTFT_ALONE)).isEmpty();
        // no price, no cost
        assertThat(Judge.judge(PLAN).band(Metric.COST_PER_DAY)).isEmpty();
    }

    @Test
    void figuresOfThePlansOwnLoseThem() {
        Assumptions a = PLAN.assumptions();
        Judgement overridden = Judge.judge(PLAN.withAssumptions(a.with(Knob.MBU, 0.8)));

        assertThat(overridden.band(Metric.TPOT_STEADY)).isEmpty();
        assertThat(overridden.basis()).isEqualTo("by the plan's assumptions");
        assertThat(Judge.judge(PLAN.withAssumptions(a.with(Knob.USABLE_MEMORY, 0.8))).band(Metric.TPOT_STEADY))
                .isPresent();
        assertThat(Judge.judge(PLAN.withAssumptions(a.withProfile(CATALOG.profile("plan").orElseThrow())))
                .band(Metric.TPOT_STEADY)).isEmpty();
        assertThat(Judge.judge(PLAN).basis()).isEmpty();
    }

    @Test
    void farFromMeasurementsTheyAreWiderAndSaySo() {
        MetricBand far = Judge.judge(PLAN.withAssumptions(new Assumptions(PROFILE, "another", Map.of())))
                .band(Metric.TPOT_STEADY).orElseThrow();

        assertThat(far.isExtrapolated()).isTrue();
        assertThat(far.high() / far.low()).isCloseTo(4, withinPercentage(1e-9));
        assertThat(far.text(Metric.TPOT_STEADY, new Formatter(ByteUnits.GB))).matches("[\\d.]+–[\\d.]+ ms, extrapolated");
    }

    @Test
    void meetingNeedsTheBandToClearTheLimit() {
        double value = Judge.judge(PLAN).value(Metric.TPOT_STEADY);
        double rate = Judge.judge(PLAN).value(Metric.OUTPUT_TOKENS);

        assertThat(verdict("tpot.steady", Bound.AT_MOST, 1.21 * value, "s")).isEqualTo(Verdict.MEETS);
        assertThat(verdict("tpot.steady", Bound.AT_MOST, 1.19 * value, "s")).isEqualTo(Verdict.AT_RISK);
        assertThat(verdict("tpot.steady", Bound.AT_MOST, 0.99 * value, "s")).isEqualTo(Verdict.MISSES);
        assertThat(verdict("throughput.outputTokens", Bound.AT_LEAST, 0.79 * rate, "tokens/s")).isEqualTo(
                Verdict.MEETS);
        assertThat(verdict("throughput.outputTokens", Bound.AT_LEAST, 0.81 * rate, "tokens/s")).isEqualTo(
                Verdict.AT_RISK);
        assertThat(status("tpot.steady", Bound.AT_MOST, 1000 * 1.19 * value, "ms").text()).contains(
                ": met, but measurements lie at ", " ms (p10–p90)");
    }

    @Test
    void percentilesAreUnknownUntilTheyAreSimulated() {
        Plan plan = PLAN.withRequirements(List.of(requirement("e2e.p90", Bound.AT_MOST, 10, "s")));
        Judgement before = Judge.judge(plan);
        Judgement after = Judge.judge(plan, Estimator.estimate(plan), Map.of(Metric.E2E_P90, 6.0));

        assertThat(before.verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(before.requirements().getFirst().text()).contains("by simulation", "headroom check");
        assertThat(after.verdict()).isEqualTo(Verdict.MEETS);
        assertThat(after.value(Metric.E2E_P90)).isEqualTo(6);
        assertThat(after.band(Metric.E2E_P90)).contains(new MetricBand(6, 1.3 * 6, true));
    }

    private static void assertAround(Metric metric, double low, double high) {
        Judgement judgement = Judge.judge(PLAN);
        MetricBand band = judgement.band(metric).orElseThrow();
        assertThat(band.low() / judgement.value(metric)).isCloseTo(low, withinPercentage(1e-9));
        assertThat(band.high() / judgement.value(metric)).isCloseTo(high, withinPercentage(1e-9));
        assertThat(band.isExtrapolated()).isFalse();
    }

    private static Verdict verdict(String metric, Bound bound, double value, String unit) {
        return Judge.judge(PLAN.withRequirements(List.of(requirement(metric, bound, value, unit)))).verdict();
    }

    private static RequirementStatus status(String metric, Bound bound, double value, String unit) {
        return Judge.judge(PLAN.withRequirements(List.of(requirement(metric, bound, value, unit)))).requirements()
                .getFirst();
    }

    private static Requirement requirement(String metric, Bound bound, double value, String unit) {
        return new Requirement(metric, bound, value, unit, 0, false, Extras.NONE);
    }
}
