package io.headroom.explore.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.BreakEven.Stretch;
import io.headroom.explore.alternative.BreakEven.Winner;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreakEvenTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Input REQUESTS = Inputs.WORKLOAD.getFirst();

    private static Plan plan(int tensor, int replicas) {
        return Plan.of("plan", CATALOG.model("llama-3.1-8b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()))
                .withParallelism(new Parallelism(tensor, 1, replicas, 1, 1, false, List.of()));
    }

    /** Expected: every batch compared by two estimates, in a loop of its own. */
    @Test
    void everyWholeNumberHasTheWinnerThatTwoEstimatesGive() {
        Plan a = plan(8, 1);
        Plan b = plan(2, 4);
        BreakEven found = BreakEven.of(a, b, REQUESTS, Metric.TTFT_BURST_LAST);
        assertThat(found.isExact()).isTrue();
        assertThat(found.stretches()).hasSizeGreaterThan(1);
        assertThat(found.stretches().getFirst().from()).isEqualTo(1);
        assertThat(found.stretches().getLast().to()).isEqualTo(8192);
        double next = 1;
        for (Stretch stretch : found.stretches()) {
            assertThat(stretch.from()).isEqualTo(next);
            for (double x = stretch.from(); x <= stretch.to(); x++) {
                double first = value(a, x);
                double second = value(b, x);
                Winner expected = Double.isNaN(first) && Double.isNaN(second) || first == second ? Winner.NEITHER
                        : Double.isNaN(second) || first < second ? Winner.FIRST : Winner.SECOND;
                assertThat(stretch.winner()).as("batch " + x).isEqualTo(expected);
            }
            next = stretch.to() + 1;
        }
    }

    private static double value(Plan plan, double requests) {
        Estimate e = (Estimate) Estimator.estimate(
                plan.withWorkload(plan.workload().withConcurrentRequests((int) requests)));
        return e.memory().fits() ? e.get(Metric.TTFT_BURST_LAST) : Double.NaN;
    }

    /**
     * Expected by hand: TP 2 saves half of 2 * 7.5e9 * 2048 FLOP at 0.6 * 989e12 FLOP/s, 26 ms, and spends on 64
     * all-reduces of 2048 * 4096 * 2 bytes 2.4 ms at the full 450 GB/s, 26 ms at 0.09 of it.
     */
    @Test
    void aCrossingBetweenTwoStopsIsWhereBothAreTheSame() {
        Input links = Inputs.ASSUMPTIONS.stream().map(assumption -> assumption.input())
                .filter(input -> input.key().equals("assumptions.linkEfficiency")).findFirst().orElseThrow();
        Plan split = plan(2, 1);
        Plan lone = plan(1, 1);
        BreakEven found = BreakEven.of(split, lone, links, Metric.TTFT_ALONE);
        assertThat(found.isExact()).isFalse();
        assertThat(found.stretches()).extracting(Stretch::winner).containsExactly(Winner.SECOND, Winner.FIRST);
        double edge = found.stretches().getLast().from();
        assertThat(edge).isCloseTo(0.09, within(0.01));
        double a = ((Estimate) Estimator.estimate(links.with(split, edge))).get(Metric.TTFT_ALONE);
        double b = ((Estimate) Estimator.estimate(links.with(lone, edge))).get(Metric.TTFT_ALONE);
        assertThat(a).isCloseTo(b, within(b * 1e-9));
        assertThat(Math.nextUp(found.stretches().getFirst().to())).isEqualTo(edge);
    }

    /** Each point is what an estimate of its own gives; the words name the first value from which another wins. */
    @Test
    void pointsAreEstimatesAndWordsNameTheCrossing() {
        Plan a = plan(8, 1);
        Plan b = plan(2, 4);
        BreakEven found = BreakEven.of(a, b, REQUESTS, Metric.TTFT_BURST_LAST);
        assertThat(found.points()).extracting(BreakEven.Point::at).isSorted().contains(1.0, 2.0, 8192.0)
                .containsAll(found.stretches().stream().map(Stretch::from).toList());
        for (BreakEven.Point point : found.points()) {
            assertThat(Double.valueOf(point.first())).isEqualTo(Double.valueOf(value(a, point.at())));
            assertThat(Double.valueOf(point.second())).isEqualTo(Double.valueOf(value(b, point.at())));
        }
        Formatter format = new Formatter(ByteUnits.GB);
        BreakEven two = new BreakEven(REQUESTS, Metric.TTFT_BURST_LAST, List.of(new Stretch(1, 23, Winner.FIRST),
                new Stretch(24, 64, Winner.SECOND)), true, List.of());
        assertThat(BreakEvenText.words(two, "x", "y", format))
                .isEqualTo("y wins from 24 up, x wins up to 23: TTFT, last of a burst.");
        BreakEven one = new BreakEven(REQUESTS, Metric.TTFT_BURST_LAST, List.of(new Stretch(1, 64, Winner.NEITHER)), true,
                List.of());
        assertThat(BreakEvenText.words(one, "x", "y", format)).isEqualTo("Neither wins anywhere, 1 to 64: TTFT, last of a burst.");
        BreakEven three = new BreakEven(REQUESTS, Metric.TTFT_BURST_LAST, List.of(new Stretch(1, 1, Winner.NEITHER),
                new Stretch(2, 8, Winner.FIRST), new Stretch(9, 64, Winner.SECOND)), true, List.of());
        assertThat(BreakEvenText.words(three, "x", "y", format))
                .isEqualTo("x wins 2 to 8; y wins 9 to 64; elsewhere neither: TTFT, last of a burst.");
    }
}
