package io.headroom.explore.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.SampleReviews;
import io.headroom.explore.curve.Roofline.Operation;
import io.headroom.explore.curve.Roofline.Phase;
import io.headroom.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static final Plan REPORT = SampleReviews.plan("report-001", "optimized");
    private static final Plan LLAMA = SampleReviews.plan("llama-3.1-8b-1xh100-sxm", "bf16");

    private static double at(Plan plan, Metric metric, int inputTokens) {
        return ((Estimate) Estimator.estimate(plan.withWorkload(plan.workload().withInputTokens(inputTokens))))
                .get(metric);
    }

    // report 001: prompts of 128 to 10,240 tokens, TTFT of at most 30 s
    @Test
    void goesOverTheStatedRangeAndFindsTheTokenAtWhichALimitIsCrossed() {
        LengthCurve curve = LengthCurve.of(REPORT);
        assertThat(curve.isStated()).isTrue();
        assertThat(curve.points().getFirst().inputTokens()).isEqualTo(128);
        assertThat(curve.points().getLast().inputTokens()).isEqualTo(10_240);
        assertThat(curve.points()).extracting(LengthCurve.Point::inputTokens).contains(curve.now()).isSorted()
                .doesNotHaveDuplicates();
        int longest = curve.longestWithin(Metric.TTFT_BURST_LAST, 30).orElseThrow();
        assertThat(at(REPORT, Metric.TTFT_BURST_LAST, longest)).isLessThanOrEqualTo(30);
        assertThat(at(REPORT, Metric.TTFT_BURST_LAST, longest + 1)).isGreaterThan(30);
    }

    @Test
    void saysWhenALimitIsNeverOrAlwaysCrossed() {
        LengthCurve curve = LengthCurve.of(REPORT);
        assertThat(curve.longestWithin(Metric.MEMORY_TOTAL, 1)).isEmpty();
        assertThat(curve.longestWithin(Metric.MEMORY_TOTAL, 1e15)).hasValue(10_240);
    }

    @Test
    void knowsWhichOfItsLengthsIsNearest() {
        LengthCurve curve = LengthCurve.of(REPORT);
        List<Integer> lengths = curve.points().stream().map(LengthCurve.Point::inputTokens).toList();
        int next = lengths.get(lengths.size() - 2);
        // just above the geometric middle of the last two the last is nearer, just below the one before
        double middle = Math.sqrt((double) next * 10_240);
        assertThat(curve.nearest((int) middle + 2)).hasValue(10_240);
        assertThat(curve.nearest((int) middle - 2)).hasValue(next);
        assertThat(curve.nearest(127)).isEmpty();
        assertThat(curve.nearest(10_241)).isEmpty();
    }

    // model card of Llama 3.1: context of 131,072 tokens; the plan's output is 512
    @Test
    void goesToTheModelsContextWhereNoRangeIsStated() {
        LengthCurve curve = LengthCurve.of(LLAMA);
        assertThat(curve.isStated()).isFalse();
        assertThat(curve.points().getFirst().inputTokens()).isEqualTo(128);
        assertThat(curve.points().getLast().inputTokens()).isEqualTo(131_072 - 512);
    }

    // by hand: 128 sequences through gate and up, 4,096 to 2 x 14,336 in bf16:
    // 2*128*4096*28672 FLOP over 4096*28672*2 + 128*(4096 + 28672)*2 bytes = 30.0648e9 / 243.270e6 = 123.586
    @Test
    void placesAnOperationWhereAHandPlacesIt() {
        Operation ffn = operation(LLAMA, Phase.DECODE, "ffn in");
        assertThat(ffn.intensity()).isCloseTo(123.586, within(0.001));
        assertThat(ffn.flop()).isCloseTo(32 * 30.0648e9, within(1e8));
    }

    // data sheet of the H100 SXM: 989.4 dense bf16 TFLOP/s, 3.35 TB/s
    @Test
    void hasItsRidgeWherePeakAndBandwidthMeet() {
        Roofline roofline = Roofline.of(LLAMA);
        assertThat(roofline.ridge()).isCloseTo(989.4e12 / 3.35e12, within(0.5));
        assertThat(roofline.roof(roofline.ridge() / 2)).isCloseTo(roofline.peakFlops() / 2, within(1e3));
        assertThat(roofline.roof(1e9)).isEqualTo(roofline.peakFlops());
    }

    @Test
    void noOperationLiesAboveTheRoofAndTheirTimesAreThoseOfThePass() {
        for (Plan plan : List.of(REPORT, LLAMA, SampleReviews.plan("deepseek-v3-8xh200-sxm", "dp8-ep8"))) {
            Roofline roofline = Roofline.of(plan);
            assertThat(roofline.operations()).isNotEmpty().allSatisfy(o ->
                    assertThat(o.flopPerSecond()).isLessThanOrEqualTo(roofline.roof(o.intensity()) * (1 + 1e-9)));
            double step = at(plan, Metric.DECODE_STEP, plan.workload().inputTokens());
            double timed = roofline.operations().stream().filter(o -> o.phase() == Phase.DECODE)
                    .mapToDouble(Operation::seconds).sum();
            assertThat(timed).isPositive().isLessThan(step);
        }
    }

    private static Operation operation(Plan plan, Phase phase, String name) {
        return Roofline.of(plan).operations().stream().filter(o -> o.phase() == phase && o.name().equals(name))
                .findFirst().orElseThrow();
    }
}
