package io.headroom.explore.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Status;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.SampleReviews;
import io.headroom.explore.question.Answer.Kind;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final Plan LLAMA = SamplePlan.of("llama-3.1-8b", "h100-sxm");

    /** Without limits only memory ends the batch; the estimate finds that batch by a search of its own. */
    @Test
    void withoutLimitsTheLargestBatchIsTheOneThatFits() {
        Judgement now = Judge.judge(LLAMA);
        double fits = now.estimate().orElseThrow().get(Metric.BATCH_MAX);
        Answer answer = Questions.of(now, Question.LARGEST_BATCH);

        assertThat(answer.kind()).isEqualTo(Kind.FOUND);
        assertThat(answer.value()).isEqualTo(fits);
        assertThat(answer.text()).endsWith("memory does not suffice");
        assertThat(Load.REQUESTS.of(answer.fix().orElseThrow().apply(LLAMA))).isEqualTo((int) fits);
    }

    /** What a limit equal to the value at 20 requests allows was found by trying 1 to 400. */
    @Test
    void namesWhatBindsAndWhatIsNext() {
        double limit = reached(Load.REQUESTS.with(LLAMA, 20), Metric.TTFT_BURST_LAST);
        Plan limited = SampleReviews.atMost(LLAMA, "ttft.burst.last", limit, "s");
        int largest = 0;
        for (int b = 1; b <= 400; b++) {
            largest = reached(Load.REQUESTS.with(LLAMA, b), Metric.TTFT_BURST_LAST) <= limit ? b : largest;
        }
        Judgement now = Judge.judge(limited);
        double memory = now.estimate().orElseThrow().get(Metric.BATCH_MAX);

        assertThat(largest).isBetween(20, 40);
        assertThat(Questions.of(now, Question.LARGEST_BATCH).value()).isEqualTo(largest);
        assertThat(BindingOrder.of(now).limits()).containsExactly(
                new BindingOrder.Binding("ttft.burst.last", largest), new BindingOrder.Binding("memory", (int) memory));
        assertThat(BindingOrder.of(now).text()).isEqualTo("ttft.burst.last binds at batch " + largest
                + "; then memory at " + (int) memory);
    }

    /** 131 072 tokens of context; 64 sequences of that length hold far more than 80 GB, one does not. */
    @Test
    void theLongestContextEndsAtMemoryOrAtTheModel() {
        Answer many = Questions.of(Judge.judge(LLAMA), Question.LONGEST_CONTEXT);
        Answer one = Questions.of(Judge.judge(Load.REQUESTS.with(LLAMA, 1)), Question.LONGEST_CONTEXT);

        assertThat(many.value()).isEqualTo(reached(LLAMA, Metric.CONTEXT_MAX));
        assertThat(many.text()).contains("memory does not suffice");
        assertThat(one.value()).isEqualTo(131_072);
        assertThat(one.text()).endsWith("the model's context ends there");
    }

    /** The fewest GPUs by three plain loops over the divisors of 64 heads, 80 layers and up to 16 replicas. */
    @Test
    void theFewestGpusAreThoseOfPlainLoops() {
        Plan plan = SamplePlan.of("llama-3.1-70b", "h100-sxm", 8, 1, 2, 1);
        for (double seconds : new double[] {0.015, 0.03, 0.05}) {
            Plan limited = SampleReviews.atMost(plan, "tpot.steady", seconds, "s");
            int fewest = Integer.MAX_VALUE;
            for (int t : new int[] {1, 2, 4, 8, 16, 32, 64}) {
                for (int p : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 10, 16}) {
                    for (int r = 1; r <= 16; r++) {
                        Judgement j = Judge.judge(limited.withParallelism(
                                new Parallelism(t, p, r, 1, 1, false, List.of())));
                        boolean passes = j.isLegal() && j.fits() && !j.requirements().get(0).isMissed();
                        fewest = passes ? Math.min(fewest, t * p * r) : fewest;
                    }
                }
            }
            Answer answer = Questions.of(Judge.judge(limited), Question.FEWEST_GPUS);
            assertThat(answer.value()).as("%s s", seconds).isEqualTo(fewest);
            Judgement there = Judge.judge(answer.fix().orElseThrow().apply(limited));
            assertThat(there.fits() && there.isLegal() && !there.requirements().get(0).isMissed()).isTrue();
        }
    }

    /** 4 GPUs for $10 an hour are $2.50 a GPU-hour. */
    @Test
    void thePriceFollowsFromTheCostLimit() {
        Plan four = LLAMA.withParallelism(Parallelism.SINGLE.withData(4));
        Answer limited = Questions.of(Judge.judge(SampleReviews.atMost(four, "cost.perHour", 10, "USD/h")),
                Question.HIGHEST_PRICE);

        assertThat(limited.value()).isCloseTo(2.5, within(1e-12));
        assertThat(limited.text()).contains("$2.50/h", "cost.perHour is missed");
        assertThat(Questions.of(Judge.judge(four), Question.HIGHEST_PRICE).kind()).isEqualTo(Kind.ANY);
    }

    /** At the answer the plan passes, 1 GB/s lower it does not: tried with the judge. */
    @Test
    void theLowestBandwidthIsTheLastThatPasses() {
        Plan limited = SampleReviews.atMost(LLAMA, "tpot.steady", 2 * reached(LLAMA, Metric.TPOT_STEADY), "s");
        Answer answer = Questions.of(Judge.judge(limited), Question.LOWEST_MEMORY_BANDWIDTH);
        int gigabytes = (int) (answer.value() / 1e9);

        assertThat(answer.value()).isLessThan(LLAMA.hardware().gpu().hbmBytesPerSecond());
        assertThat(Judge.judge(Axis.MEMORY_BANDWIDTH.at(limited, gigabytes)).requirements().get(0).isMissed()).isFalse();
        assertThat(Judge.judge(Axis.MEMORY_BANDWIDTH.at(limited, gigabytes - 1)).requirements().get(0).isMissed())
                .isTrue();
        assertThat(Questions.of(Judge.judge(limited), Question.LOWEST_NETWORK).kind()).isEqualTo(Kind.ANY);
    }

    /**
     * Report 000: 24 GPUs at 100 tokens/ms are 24 * 2,000 TFLOP/s; of 240 each that takes 24 * 8.335 = 200.04 GPUs,
     * 10.0018 B parameters in all. The report's own words: "Gap: 8.33x".
     */
    @Test
    void saysWhatReport000WouldTake() {
        Judgement now = Judge.judge(SampleReviews.plan("report-000", "24-gpus"));
        Shortfall shortfall = Shortfall.of(now).get(0);

        assertThat(shortfall.status().status()).isEqualTo(Status.IMPOSSIBLE);
        assertThat(shortfall.gpus()).isEmpty();
        assertThat(shortfall.gpusText()).endsWith(
                "24 GPUs at the limit are the arithmetic of 201 GPUs at an MFU of 60 % (8.33×)");
        assertThat(Questions.of(now, Question.LARGEST_BATCH).waived()).containsExactly("throughput.outputTokens.perGpu");
    }

    /** A requirement revised as proposed is kept; a digit harder it is not. */
    @Test
    void theRevisedValueIsKept() {
        for (double margin : new double[] {0, 0.1}) {
            Requirement wanted = new Requirement("tpot.steady", Requirement.Bound.AT_MOST, 1, "ms", margin, false,
                    io.headroom.plan.Extras.NONE);
            double revised = Shortfall.of(Judge.judge(LLAMA.withRequirements(List.of(wanted)))).get(0).revised();

            assertThat(Judge.judge(LLAMA.withRequirements(List.of(revisedTo(wanted, revised)))).requirements().get(0)
                    .isMissed()).isFalse();
            assertThat(Judge.judge(LLAMA.withRequirements(List.of(revisedTo(wanted, revised * 0.98 * (1 - margin)))))
                    .requirements().get(0).isMissed()).isTrue();
        }
    }

    /** 64 requests of 2 048 tokens wait too long on one GPU; what takes them in time was told by the judge. */
    @Test
    void saysHowManyGpusALimitTakes() {
        double now = reached(LLAMA, Metric.TTFT_BURST_LAST);
        Shortfall shortfall = Shortfall.of(Judge.judge(SampleReviews.atMost(LLAMA, "ttft.burst.last", now / 3, "s")))
                .get(0);

        // three times as fast takes at least three GPUs
        assertThat(shortfall.gpus().orElseThrow()).isBetween(3L, 6L);
        assertThat(shortfall.factor()).isCloseTo(3, within(1e-9));
        assertThat(shortfall.text()).startsWith("ttft.burst.last: 3.00× missing; it takes ");
    }

    @Test
    void anIllegalPlanHasNoAnswersButWithoutAnException() {
        Judgement illegal = Judge.judge(SamplePlan.of("qwen3-235b-a22b", "h100-sxm", 4, 1, 1, 6));

        assertThat(Questions.of(illegal)).hasSize(Question.values().length)
                .filteredOn(a -> a.question() != Question.FEWEST_GPUS).allMatch(a -> a.kind() == Kind.NONE);
        assertThat(Questions.of(illegal, Question.FEWEST_GPUS).kind()).isEqualTo(Kind.FOUND);
    }

    private static Requirement revisedTo(Requirement r, double value) {
        return new Requirement(r.metric(), r.bound(), value, r.unit(), r.margin(), r.soft(), r.extras());
    }

    private static double reached(Plan plan, Metric metric) {
        return ((Estimate) Judge.judge(plan).outcome()).get(metric);
    }
}
