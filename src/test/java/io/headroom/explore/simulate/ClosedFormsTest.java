package io.headroom.explore.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a closed form is known, the simulation agrees with it: the estimate, which is held to a reference, and queues. */
class ClosedFormsTest {

    private static final double ROUNDING = 1e-7;

    static Stream<Arguments> alone() {
        List<Plan> plans = List.of(Plans.llama(1, 1000, 100), Plans.llama(1, 20_000, 50), Plans.llama(1, 8192, 1),
                Plans.qwen(1, 1000, 100), Plans.qwen(1, 20_000, 3), Plans.deepSeek(1, 1000, 100));
        return plans.stream().flatMap(plan -> Stream.of(Policy.values()).map(policy -> Arguments.of(plan, policy)));
    }

    @ParameterizedTest
    @MethodSource("alone")
    void aLoneRequestSeesTheEstimate(Plan plan, Policy policy) {
        for (Arrivals arrivals : List.of(Arrivals.BURST, Arrivals.STEADY)) {
            Distribution d = Plans.play(plan, SimulationInput.of(plan).withPolicy(policy).withArrivals(arrivals));
            assertThat(d.ttft().p99()).isCloseTo(Plans.estimate(plan, Metric.TTFT_ALONE), withinPercentage(ROUNDING));
            assertThat(d.endToEnd().mean()).isCloseTo(Plans.estimate(plan, Metric.E2E_STEADY), withinPercentage(0.01));
            if (plan.workload().outputTokens() > 1) {
                // the step's time is not quite a straight line of its context: overheads and rooflines have corners
                assertThat(d.tpot().mean()).isCloseTo(Plans.estimate(plan, Metric.DECODE_STEP), withinPercentage(0.01));
            } else {
                assertThat(d.tpot().mean()).isNaN();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("alone")
    void aLoneRequestIsPreparedOnce(Plan plan, Policy policy) {
        Plan slow = Plans.preparing(0.2, plan);
        Distribution before = Plans.play(plan, SimulationInput.of(plan).withPolicy(policy));
        Distribution d = Plans.play(slow, SimulationInput.of(slow).withPolicy(policy));

        assertThat(d.ttft().mean()).isCloseTo(before.ttft().mean() + 0.2, withinPercentage(ROUNDING));
        assertThat(d.ttft().p99()).isCloseTo(Plans.estimate(slow, Metric.TTFT_ALONE), withinPercentage(ROUNDING));
        if (plan.workload().outputTokens() > 1) {
            assertThat(d.tpot().mean()).isCloseTo(before.tpot().mean(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("bursts")
    void aBurstIsPreparedSideBySide(Plan plan) {
        Plan slow = Plans.preparing(0.2, plan);
        Distribution d = Plans.play(slow, SimulationInput.of(slow).withPolicy(Policy.PREFILL_FIRST)
                .withArrivals(Arrivals.BURST).withRequests(plan.workload().concurrentRequests()));

        assertThat(d.ttft().mean()).isCloseTo(Plans.estimate(slow, Metric.TTFT_BURST_MEAN), withinPercentage(ROUNDING));
        assertThat(d.ttft().mean()).isCloseTo(Plans.estimate(plan, Metric.TTFT_BURST_MEAN) + 0.2,
                withinPercentage(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void preparationAddsToALongRequestAtSteadyLoad(Policy policy) {
        // a replaced request waits for a step in any case, so what is prepared meanwhile costs nothing more
        Plan slow = Plans.preparing(0.2, Plans.llama(64, 512, 4000));
        Distribution d = Plans.steady(slow, policy);

        assertThat(d.endToEnd().mean()).isCloseTo(Plans.estimate(slow, Metric.E2E_STEADY), withinPercentage(2));
        assertThat(d.meanConcurrency()).isCloseTo(64, withinPercentage(1));
        assertThat(d.requestsPerSecond() * d.endToEnd().mean()).isCloseTo(64, withinPercentage(1));
    }

    @Test
    void whoWaitsForTwelveStepsSeesTheEstimate() {
        Plan plan = Plans.looking(12, Plans.llama(64, 512, 4000));
        Distribution d = Plans.steady(plan, Policy.CHUNKED_MIXED);
        Distribution one = Plans.steady(Plans.looking(1, plan), Policy.CHUNKED_MIXED);

        assertThat(d.endToEnd().mean()).isCloseTo(Plans.estimate(plan, Metric.E2E_STEADY), withinPercentage(2));
        // eleven steps more before the first token, by the definition of the constant
        assertThat(d.ttft().mean() - one.ttft().mean())
                .isCloseTo(11 * Plans.estimate(plan, Metric.DECODE_STEP), withinPercentage(5));
    }

    // the last two: many short answers, and ranks that wait for each other's prompts
    static Stream<Arguments> spread() {
        return Stream.of(Arguments.of(Plans.llama(8, 1000, 1000), 15), Arguments.of(Plans.llama(64, 1000, 1000), 15),
                Arguments.of(Plans.llama(64, 4000, 500), 15), Arguments.of(Plans.qwen(64, 2000, 1000), 15),
                Arguments.of(Plans.llama(128, 1000, 200), 35), Arguments.of(Plans.deepSeek(256, 1000, 1000), 35));
    }

    // the requests' mean length is 0.9 of the plan's; with lengths from there to the plan's own they end one by one
    @ParameterizedTest
    @MethodSource("spread")
    void requestsOfUnlikeLengthsSeeTheEstimateOfTheirFirstToken(Plan plan, int percent) {
        Plan calibrated = Plans.calibratedQueue(plan);
        Plan mean = calibrated.withWorkload(plan.workload().withInputTokens(plan.workload().inputTokens() * 9 / 10)
                .withOutputTokens(plan.workload().outputTokens() * 9 / 10));
        for (Policy policy : List.of(Policy.CHUNKED_MIXED, Policy.PREFILL_FIRST)) {
            Distribution d = Plans.play(calibrated, SimulationInput.of(calibrated).withArrivals(Arrivals.STEADY)
                    .withPolicy(policy).withShortest(SimulationInput.BENCHMARK_SHORTEST));
            assertThat(d.ttft().mean()).isCloseTo(Plans.estimate(mean, Metric.TTFT_STEADY), withinPercentage(percent));
        }
    }

    static Stream<Plan> bursts() {
        // prompts whose length divides the tokens of a pass, so that no prompt is cut
        return Stream.of(Plans.llama(100, 1024, 2), Plans.llama(7, 16_384, 2), Plans.qwen(64, 2048, 2));
    }

    @ParameterizedTest
    @MethodSource("bursts")
    void aBurstSeesTheEstimate(Plan plan) {
        Distribution d = Plans.play(plan, SimulationInput.of(plan).withPolicy(Policy.PREFILL_FIRST)
                .withArrivals(Arrivals.BURST).withRequests(plan.workload().concurrentRequests()));

        assertThat(d.ttft().mean()).isCloseTo(Plans.estimate(plan, Metric.TTFT_BURST_MEAN), withinPercentage(ROUNDING));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void longOutputsAtSteadyLoadSeeTheEstimate(Policy policy) {
        // what rides along reads the weights once less; a gathered prompt waits for half a second at most
        for (Plan plan : List.of(Plans.llama(64, 512, 4000), Plans.qwen(64, 512, 4000))) {
            Distribution d = Plans.steady(plan, policy);
            assertThat(d.endToEnd().mean()).isCloseTo(Plans.estimate(plan, Metric.E2E_STEADY), withinPercentage(2));
            assertThat(d.requestsPerSecond()).isCloseTo(Plans.estimate(plan, Metric.REQUESTS), withinPercentage(2));
            assertThat(d.outputTokensPerSecond()).isCloseTo(Plans.estimate(plan, Metric.OUTPUT_TOKENS),
                    withinPercentage(2));
        }
    }

    @Test
    void readingBeforeDecodingSeesTheEstimateUnderHeavyLoadToo() {
        // the plan profile lets all other prefills interrupt decoding, which is this policy
        Plan plan = Plans.llama(256, 1000, 1000);
        Distribution d = Plans.steady(plan, Policy.PREFILL_FIRST);

        assertThat(d.tpot().mean()).isCloseTo(Plans.estimate(plan, Metric.TPOT_STEADY), withinPercentage(1));
        assertThat(d.endToEnd().mean()).isCloseTo(Plans.estimate(plan, Metric.E2E_STEADY), withinPercentage(1));
        assertThat(d.requestsPerSecond()).isCloseTo(Plans.estimate(plan, Metric.REQUESTS), withinPercentage(1));
    }

    @Test
    void promptsAloneAreAQueueWithFixedServiceTimes() {
        // prompts that fill a pass and ask for one token are an M/D/1 queue: Pollaczek and Khinchine's mean wait is
        // u*s/(2*(1-u)), its median and others have no such form
        Plan plan = Plans.llama(1, 8192, 1);
        double service = Plans.estimate(plan, Metric.TTFT_ALONE);
        for (double utilised : new double[] {0.3, 0.6, 0.8}) {
            Distribution d = Plans.play(Plans.at(utilised / service, plan), SimulationInput.of(plan)
                    .withArrivals(Arrivals.POISSON).withPolicy(Policy.PREFILL_FIRST).withRequests(100_000));
            double expected = service * (1 + utilised / (2 * (1 - utilised)));
            assertThat(d.ttft().mean()).as("at %s", utilised).isCloseTo(expected, withinPercentage(3));
            assertThat(d.requestsPerSecond()).isCloseTo(utilised / service, withinPercentage(1));
            assertThat(d.isSaturated()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void rareRequestsSeeAnIdleSystem(Policy policy) {
        Plan plan = Plans.llama(1, 1000, 200);
        double perSecond = 0.01 / Plans.estimate(plan, Metric.E2E_STEADY);
        Distribution d = Plans.play(Plans.at(perSecond, plan), SimulationInput.of(plan).withArrivals(Arrivals.POISSON)
                .withPolicy(policy));

        assertThat(d.ttft().p50()).isCloseTo(Plans.estimate(plan, Metric.TTFT_ALONE), withinPercentage(ROUNDING));
        assertThat(d.tpot().p50()).isCloseTo(Plans.estimate(plan, Metric.DECODE_STEP), withinPercentage(0.01));
        assertThat(d.meanConcurrency()).isCloseTo(0.01, withinPercentage(10));
        assertThat(d.isSaturated()).isFalse();
    }
}
