package io.headroom.validate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssumptionFitTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    /** Report 003, five engines on one H100: its vllm row sets the step overhead, its FP8 row was never seen. */
    @Test
    void theEightBitRowOfReport003FollowsFromItsSixteenBitRow() throws Exception {
        Plan bf16 = calibrated(plan("vllm"));
        Plan fp8 = calibrated(plan("vllm_fp8_quantization"));
        List<Sample> seen = only(bf16, "e2e.steady");
        Fitted fitted = AssumptionFit.fit(seen, bf16.assumptions(), Set.of(Knob.OVERHEAD_PER_STEP));
        assertThat(fitted.errors().getFirst().after()).isCloseTo(0, within(1e-3));
        Plan adopted = fitted.adopt(fp8);
        // 5502.63 ms and 187.08 tokens/s in the report, about 1,030 output tokens by tokens/s x E2E
        assertThat(only(fp8, "e2e.steady").getFirst().error(adopted)).isCloseTo(0, within(0.05));
        assertThat(only(fp8, "throughput.outputTokens").getFirst().error(adopted)).isCloseTo(0, within(0.05));
    }

    /** One knob, one number: with profile plan a decode step is its work plus the overhead, so the difference is it. */
    @Test
    void oneRowGivesTheOverheadThatIsMissing() throws Exception {
        Plan plan = plan("vllm");
        double without = new Sample("step", "decode.step", plan, 1, p -> step(p)).estimate().applyAsDouble(plan);
        Sample sample = new Sample("step", "decode.step", plan, without + 0.0015, p -> step(p));
        Fitted fitted = AssumptionFit.fit(List.of(sample), plan.assumptions(), Set.of(Knob.OVERHEAD_PER_STEP));
        assertThat(fitted.knobs().getFirst().after()).isCloseTo(0.0015, within(0.0015 * 0.005));
    }

    @Test
    void findsTheAssumptionsThatMadeTheMeasurements() throws Exception {
        Plan plan = plan("vllm");
        Plan truth = plan.withAssumptions(plan.assumptions().with(Knob.MBU, 0.63).with(Knob.OVERHEAD_PER_STEP, 0.0021));
        List<Sample> samples = new ArrayList<>();
        for (int requests : new int[] {1, 8, 64, 200}) {
            Plan loaded = plan.withWorkload(plan.workload().withConcurrentRequests(requests));
            Plan real = truth.withWorkload(loaded.workload());
            samples.add(new Sample("step", "decode.step", loaded, step(real), AssumptionFitTest::step));
        }
        Fitted fitted = AssumptionFit.fit(samples, plan.assumptions(),
                EnumSet.of(Knob.MBU, Knob.OVERHEAD_PER_STEP));
        assertThat(fitted.knobs().get(0).after()).isCloseTo(0.63, within(0.63 * 0.02));
        assertThat(fitted.knobs().get(1).after()).isCloseTo(0.0021, within(0.0021 * 0.05));
        assertThat(fitted.medianAfter()).isLessThan(0.002).isLessThan(fitted.medianBefore());
        assertThat(fitted.errors()).allSatisfy(e -> assertThat(e.leftOut()).isCloseTo(0, within(0.01)));
        assertThat(fitted.knobs()).allSatisfy(k -> assertThat(k.after()).isBetween(k.low(), k.high()));
        assertThat(fitted.knobs().getFirst().isLoose()).isFalse();
    }

    /** One card sends nothing: its link cannot be measured, so the fit leaves it where it was and says so. */
    @Test
    void whatTheMeasurementsDoNotTellStaysAndIsCalledLoose() throws Exception {
        Plan plan = plan("vllm");
        Fitted fitted = AssumptionFit.fit(only(plan, "e2e.steady"), plan.assumptions(),
                EnumSet.of(Knob.LINK_EFFICIENCY, Knob.OVERHEAD_PER_STEP));
        FittedKnob link = fitted.knobs().getFirst();
        assertThat(link.knob()).isEqualTo(Knob.LINK_EFFICIENCY);
        assertThat(link.after()).isEqualTo(link.before());
        assertThat(link.isLoose()).isTrue();
        assertThat(fitted.errors().getFirst().leftOut()).isNaN();
    }

    @Test
    void takesTimesAndRatesOfMeasuredFiguresOnly() throws Exception {
        assertThat(Sample.of(plan("vllm"))).extracting(Sample::quantity)
                .containsExactly("ttft.alone", "e2e.steady", "throughput.outputTokens");
        assertThat(AssumptionFit.suggested(Sample.of(plan("vllm"))))
                .containsExactlyInAnyOrder(Knob.OVERHEAD_PER_STEP, Knob.OVERHEAD_PER_REQUEST);
    }

    @Test
    void refusesWhatCannotBeFitted() throws Exception {
        Plan plan = plan("vllm");
        Assumptions from = plan.assumptions();
        List<Sample> samples = Sample.of(plan);
        assertThatThrownBy(() -> AssumptionFit.fit(List.of(), from, Set.of(Knob.MBU)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AssumptionFit.fit(samples, from, Set.of(Knob.RESERVE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sample("x", "e2e.steady", plan, 0, p -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double step(Plan plan) {
        return ((Estimate) Estimator.estimate(plan)).decode().stepSeconds();
    }

    private static List<Sample> only(Plan plan, String metric) {
        return Sample.of(plan).stream().filter(s -> s.quantity().equals(metric)).toList();
    }

    private static Plan calibrated(Plan plan) {
        Assumptions a = plan.assumptions();
        return plan.withAssumptions(new Assumptions(CATALOG.profile("calibrated").orElseThrow(), a.engine(), Map.of()));
    }

    private static Plan plan(String name) throws Exception {
        Path file = Path.of("sample-plans/report-003.json");
        Review review = PlanFile.read(file.toString(), Files.readAllBytes(file), CATALOG).review();
        return review.plans().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
}
