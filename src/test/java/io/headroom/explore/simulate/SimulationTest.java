package io.headroom.explore.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of a simulation whatever its step times are. */
class SimulationTest {

    private static final Plan BUSY = Plans.llama(256, 1000, 500);

    static Stream<SimulationInput> inputs() {
        return Stream.of(Policy.values()).flatMap(policy -> Stream.of(Arrivals.values()).map(arrivals ->
                SimulationInput.of(BUSY).withPolicy(policy).withArrivals(arrivals)
                        .withShortest(SimulationInput.BENCHMARK_SHORTEST)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void littlesLawHolds(SimulationInput input) {
        Distribution d = Plans.play(Plans.at(8, BUSY), input);

        assertThat(d.meanConcurrency()).isCloseTo(d.requestsPerSecond() * d.endToEnd().mean(), withinPercentage(1));
        if (input.arrivals() == Arrivals.STEADY) {
            assertThat(d.meanConcurrency()).isCloseTo(256, withinPercentage(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void littlesLawHoldsWherePromptsAreAll(Policy policy) {
        for (Plan plan : new Plan[] {Plans.llama(40, 700, 1), Plans.qwen(40, 700, 1), Plans.deepSeek(100, 700, 1)}) {
            for (Arrivals arrivals : new Arrivals[] {Arrivals.BURST, Arrivals.STEADY}) {
                Distribution d = Plans.play(plan, SimulationInput.of(plan).withArrivals(arrivals).withPolicy(policy));
                assertThat(d.meanConcurrency()).isCloseTo(d.requestsPerSecond() * d.endToEnd().mean(),
                        withinPercentage(3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theSameSeedGivesTheSameBits(SimulationInput input) {
        Distribution first = Plans.play(Plans.at(8, BUSY), input);

        assertThat(Plans.play(Plans.at(8, BUSY), input)).isEqualTo(first);
        assertThat(Plans.play(Plans.at(8, BUSY), input.withSeed(2))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void itStopsWhenTold(SimulationInput input) {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Simulation.run(Plans.at(8, BUSY), input, () -> looks.incrementAndGet() > 3))
                .isEqualTo(new SimulationOutcome.Cancelled());
        assertThat(looks).hasValue(4);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void percentilesRise(SimulationInput input) {
        Distribution d = Plans.play(Plans.at(8, BUSY), input);

        for (Spread spread : new Spread[] {d.ttft(), d.tpot(), d.endToEnd()}) {
            assertThat(spread.p50()).isPositive().isLessThanOrEqualTo(spread.p90());
            assertThat(spread.p90()).isLessThanOrEqualTo(spread.p99());
        }
        assertThat(d.cacheOccupancy()).isBetween(0.0, 1.0);
        assertThat(d.meanQueue()).isLessThanOrEqualTo(d.largestQueue());
    }

    @Test
    void readingFirstStallsDecodingAndStartsSooner() {
        SimulationInput input = SimulationInput.of(BUSY).withShortest(SimulationInput.BENCHMARK_SHORTEST);
        Distribution mixed = Plans.play(BUSY, input.withPolicy(Policy.CHUNKED_MIXED));
        Distribution first = Plans.play(BUSY, input.withPolicy(Policy.PREFILL_FIRST));
        Distribution gathered = Plans.play(BUSY, input.withPolicy(Policy.PREFILL_EXCLUSIVE));

        assertThat(first.tpot().mean()).isGreaterThan(mixed.tpot().mean());
        assertThat(first.ttft().mean()).isLessThan(mixed.ttft().mean());
        assertThat(gathered.ttft().mean()).isGreaterThan(first.ttft().mean());
        assertThat(gathered.tpot().mean()).isLessThan(first.tpot().mean());
    }

    @Test
    void gatheringOnePromptIsReadingFirst() {
        SimulationInput input = SimulationInput.of(BUSY).withGathering(1, 0).withRequests(512);

        assertThat(Plans.play(BUSY, input.withPolicy(Policy.PREFILL_EXCLUSIVE)).endToEnd().mean())
                .isCloseTo(Plans.play(BUSY, input.withPolicy(Policy.PREFILL_FIRST)).endToEnd().mean(),
                        withinPercentage(0.2));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void moreThanItCanServeIsSaturated(Policy policy) {
        double most = Plans.steady(BUSY, policy).requestsPerSecond();
        Plan over = Plans.admitting(256, Plans.at(1.5 * most, BUSY));
        SimulationInput input = SimulationInput.of(over).withPolicy(policy);
        Distribution soon = Plans.play(over, input.withRequests(2000));
        Distribution late = Plans.play(over, input.withRequests(8000));
        Distribution under = Plans.play(Plans.admitting(256, Plans.at(0.5 * most, BUSY)), input);

        assertThat(soon.isSaturated()).isTrue();
        assertThat(late.isSaturated()).isTrue();
        assertThat(late.meanQueue()).isGreaterThan(2 * soon.meanQueue());
        assertThat(late.ttft().p99()).isGreaterThan(2 * soon.ttft().p99());
        assertThat(late.requestsPerSecond()).isLessThan(1.05 * most);
        assertThat(under.isSaturated()).isFalse();
        assertThat(under.requestsPerSecond()).isCloseTo(0.5 * most, withinPercentage(8));
    }

    @Test
    void whatIsNotAdmittedWaits() {
        Distribution eight = Plans.steady(Plans.llama(8, 1000, 500), Policy.CHUNKED_MIXED);
        Distribution limited = Plans.steady(Plans.admitting(8, Plans.llama(64, 1000, 500)), Policy.CHUNKED_MIXED);

        assertThat(limited.requestsPerSecond()).isCloseTo(eight.requestsPerSecond(), withinPercentage(2));
        assertThat(limited.meanBatch()).isLessThanOrEqualTo(8);
        assertThat(limited.meanQueue()).isBetween(55.0, 57.0);
    }

    @Test
    void theCacheLimitsTheBatch() {
        Plan plan = Plans.llama(2000, 1000, 1000);
        double most = Plans.estimate(plan, Metric.BATCH_MAX);
        Distribution d = Plans.play(plan, SimulationInput.of(plan).withRequests(2000));

        assertThat(most).isBetween(100.0, 1000.0);
        assertThat(d.meanBatch()).isLessThanOrEqualTo(most).isGreaterThan(0.95 * most);
        assertThat(d.cacheOccupancy()).isBetween(0.98, 1.0);
    }

    @Test
    void replicasAreAlike() {
        Plan one = Plans.qwen(32, 1000, 200);
        Plan two = one.withParallelism(one.parallelism().withData(2))
                .withWorkload(one.workload().withConcurrentRequests(64));
        Distribution single = Plans.steady(one, Policy.CHUNKED_MIXED);
        Distribution twice = Plans.steady(two, Policy.CHUNKED_MIXED);

        assertThat(twice.endToEnd()).isEqualTo(single.endToEnd());
        assertThat(twice.requestsPerSecond()).isEqualTo(2 * single.requestsPerSecond());
        assertThat(twice.meanBatch()).isEqualTo(single.meanBatch());
    }

    @Test
    void whatCannotBePlayedSaysWhy() {
        Plan tooLong = Plans.llama(1, 5_000_000, 1);
        Plan notWhole = Plans.llama(1, 1, 1).withParallelism(BUSY.parallelism().withTensor(2).withExpert(3));

        assertThat(Simulation.run(tooLong, SimulationInput.of(tooLong))).isInstanceOfSatisfying(
                SimulationOutcome.Refused.class, r -> assertThat(r.reasons().getFirst()).contains("5000016 tokens"));
        assertThat(Simulation.run(BUSY, SimulationInput.of(BUSY).withArrivals(Arrivals.POISSON)))
                .isInstanceOfSatisfying(SimulationOutcome.Refused.class,
                        r -> assertThat(r.reasons().getFirst()).contains("arrivalRatePerSecond"));
        assertThat(Simulation.run(notWhole, SimulationInput.of(notWhole))).isInstanceOfSatisfying(
                SimulationOutcome.Refused.class, r -> assertThat(r.reasons()).isNotEmpty());
    }

    @Test
    void aQueueThatWouldFillMemoryIsRefused() {
        Plan crowd = Plans.llama(1_000_001, 1, 1);
        Plan flood = Plans.at(1e9, BUSY);

        assertThat(Simulation.run(crowd, SimulationInput.of(crowd))).isInstanceOfSatisfying(
                SimulationOutcome.Refused.class, r -> assertThat(r.reasons().getFirst()).contains("1000001 requests"));
        assertThat(Simulation.run(flood, SimulationInput.of(flood).withArrivals(Arrivals.POISSON)))
                .isInstanceOfSatisfying(SimulationOutcome.Refused.class,
                        r -> assertThat(r.reasons().getFirst()).contains("wait on a replica"));
    }
}
