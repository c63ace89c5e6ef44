package io.headroom.estimate.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Step times are those of the estimate, which a reference program holds, and prompts that ride along keep its bounds. */
class StepTimesTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    static Stream<Plan> plans() {
        return Stream.of(plan("llama-3.1-8b", 1, 1, 1, 1), plan("llama-3.1-70b", 8, 1, 2, 1),
                plan("qwen3-235b-a22b", 4, 4, 1, 1), plan("deepseek-v3", 1, 1, 1, 32), plan("deepseek-v3", 4, 2, 1, 16),
                plan("gpt-oss-120b", 2, 1, 1, 1), plan("qwen3-next-80b-a3b", 2, 3, 1, 1));
    }

    private static Plan plan(String model, int tensor, int pipeline, int context, int expert) {
        Plan plan = Plan.of(model, CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu("h200-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("calibrated").orElseThrow(), null, Map.of()));
        return plan.withParallelism(new Parallelism(tensor, pipeline, 1, expert, context, false, List.of()))
                .withWorkload(plan.workload().withConcurrentRequests(65).withInputTokens(2048).withOutputTokens(100));
    }

    private static Plan without(Plan plan, Knob knob) {
        return plan.withAssumptions(plan.assumptions().with(knob, 0));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void decodingIsTheEstimatesStepBitForBit(Plan plan) {
        Estimate estimate = (Estimate) Estimator.estimate(plan);

        assertThat(new StepTimes(plan).decodeSeconds(65, 2048 + 50)).isEqualTo(estimate.decode().stepSeconds());
        assertThat(new StepTimes(plan.withWorkload(plan.workload().withConcurrentRequests(1)))
                .decodeSeconds(65, 2048 + 50)).isEqualTo(estimate.decode().stepSeconds());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPromptAloneIsTheEstimatesBitForBit(Plan whole) {
        // what a request costs outside of passes
        Plan plan = without(whole, Knob.OVERHEAD_PER_REQUEST);
        Estimate estimate = (Estimate) Estimator.estimate(plan);
        StepTime time = new StepTimes(plan).prefill(PromptChunks.equal(1, 2048, 2048, true));

        assertThat(time.throughSeconds()).isEqualTo(estimate.prefill().aloneSeconds());
        assertThat(time.seconds()).isLessThanOrEqualTo(time.throughSeconds());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void ridingAlongCostsNoMoreThanAPassOfItsOwnAndNoLessThanEither(Plan plan) {
        StepTimes times = new StepTimes(plan);
        for (int tokens : new int[] {1, 64, 2048, 8000}) {
            PromptChunks prompt = PromptChunks.equal(1, tokens, 8000, tokens == 8000);
            double decode = times.decodeSeconds(65, 3000);
            double mixed = times.mixed(65, 3000, prompt).seconds();
            assertThat(mixed).isGreaterThan(decode);
            assertThat(mixed).isLessThan(decode + times.prefill(prompt).throughSeconds());
            assertThat(times.mixed(65, 3000, prompt).throughSeconds())
                    .isGreaterThanOrEqualTo(times.prefill(prompt).seconds());
        }
    }

    static Stream<Plan> onOneStage() {
        return Stream.of(plan("llama-3.1-8b", 1, 1, 1, 1), plan("llama-3.1-70b", 8, 1, 1, 1),
                plan("qwen3-235b-a22b", 8, 1, 1, 1), plan("mixtral-8x7b", 4, 1, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("onOneStage")
    void theLastTokenOfAPromptIsWorkLikeADecodedOne(Plan whole) {
        // paid for sequences that decode only
        Plan plan = without(without(whole, Knob.OVERHEAD_PER_SEQUENCE), Knob.OVERHEAD_PER_MILLION_LOGITS);
        StepTimes times = new StepTimes(plan);
        double mixed = times.mixed(31, 3000, PromptChunks.equal(1, 1, 3000, true)).seconds();

        assertThat(mixed).isCloseTo(times.decodeSeconds(32, 3000), withinPercentage(1e-9));
        assertThat(mixed).isGreaterThan(times.decodeSeconds(31, 3000));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void decodingAndPromptsShareTheTokensOfAPass(Plan plan) {
        StepTimes times = new StepTimes(plan);
        int a = times.ranks();

        assertThat(times.promptTokensBeside(0)).isEqualTo(8192);
        assertThat(times.promptTokensBeside(60 * a)).isEqualTo(8192 - 60 / Math.min(plan.parallelism().pipeline(), 60));
        assertThat(times.promptTokensBeside(Integer.MAX_VALUE / 2)).isZero();
    }
}
