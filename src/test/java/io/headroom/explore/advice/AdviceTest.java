package io.headroom.explore.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.explore.SampleReviews;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.Question;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdviceTest {

    private final Judgement report = Judge.judge(SampleReviews.plan("report-000", "24-gpus"));

    /** Report 000 asks for 100 tokens/ms a GPU: 100/12 = 8.33, 24 × 8.33 = 200, rounded up to whole GPUs 201. */
    @Test
    void everyMissedRequirementHasWhatItTakesAndItsDiagnosis() {
        Advice advice = Advice.of(report);

        assertThat(advice.shortfall(0)).hasValueSatisfying(s -> assertThat(s.gpusText()).contains("201 GPUs", "8.33×"));
        assertThat(advice.diagnosis(report.requirements().get(0))).hasValueSatisfying(d ->
                assertThat(d.rule()).isEqualTo("requirement.throughput.outputTokens.perGpu"));
        assertThat(advice.shortfall(1)).as("TTFT is met").isEmpty();
        assertThat(advice.diagnosis(report.requirements().get(1))).isEmpty();
        assertThat(advice.diagnoses()).filteredOn(advice::isOfRequirement).hasSize(1);
    }

    @Test
    void answersStandBesideWhatThePlanHasNow() {
        Advice advice = Advice.of(report);

        assertThat(advice.answers()).extracting(Answer::question).containsExactly(Question.values());
        // sample-plans/report-000.json: 128 requests of 2,048 + 512 tokens on 4 × 2 × 3 GPUs at 1.8 TB/s, no price
        assertThat(Question.LARGEST_BATCH.now(report)).isEqualTo(128);
        assertThat(Question.LONGEST_CONTEXT.now(report)).isEqualTo(2560);
        assertThat(Question.FEWEST_GPUS.now(report)).isEqualTo(24);
        assertThat(Question.LOWEST_MEMORY_BANDWIDTH.now(report)).isEqualTo(1.8e12);
        assertThat(Question.LOWEST_NODE_LINK.now(report)).isEqualTo(200e9);
        assertThat(Question.LOWEST_NETWORK.now(report)).isEqualTo(50e9);
        assertThat(Question.HIGHEST_PRICE.now(report)).isNaN();
    }

    @Test
    void aPlanWithoutNumbersHasFindingsAndNoDivision() {
        Advice advice = Advice.of(Judge.judge(SamplePlan.of("qwen3-235b-a22b", "h100-sxm", 3, 4, 1, 8)));

        assertThat(advice.judgement().estimate()).isEmpty();
        assertThat(advice.diagnoses()).isNotEmpty();
        assertThat(advice.share()).isEmpty();
        assertThat(advice.ratings()).allSatisfy(r -> assertThat(r.reason()).contains("cannot be split"));
    }

    @Test
    void givesUpAsSoonAsNobodyWantsIt() {
        assertThat(Advice.of(report, () -> false)).isEmpty();
        AtomicInteger asked = new AtomicInteger();
        assertThat(Advice.of(report, () -> asked.incrementAndGet() < 5)).isEmpty();
        assertThat(asked.get()).as("not asked again after the first no").isEqualTo(5);
    }
}
