package io.headroom.explore.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.SampleReviews;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.plan.Plan;
import org.junit.jupiter.api.Test;

class RatingsTest {

    /** Report 004: "PP=2 was not required", "using 8 GPUs when 4 GPUs could achieve equivalent performance". */
    @Test
    void thePipelineOfReport004IsWasteful() {
        Rating pipeline = rating(SampleReviews.plan("report-004", "previous"), Degree.PIPELINE);

        assertThat(pipeline.grade()).isEqualTo(Grade.WASTEFUL);
        assertThat(pipeline.text(new Formatter(ByteUnits.GB))).startsWith("PP 2 wasteful: fewer GPUs keep the same limits and each does more. PP 1:");
        assertThat(pipeline.less().orElseThrow().gpus()).isEqualTo(4);
    }

    /** A small model for one user over two nodes: every all-reduce goes at 50 in place of 450 GB/s for little work. */
    @Test
    void tensorParallelismAcrossNodesHarmsASmallModel() {
        Plan plan = SamplePlan.of("llama-3.1-8b", "h100-sxm", 16, 1, 1, 1);
        Rating tensor = rating(plan.withWorkload(plan.workload().withConcurrentRequests(1)), Degree.TENSOR);

        assertThat(tensor.grade()).isEqualTo(Grade.HARMFUL);
        assertThat(tensor.less().orElseThrow().value()).isEqualTo(8);
    }

    @Test
    void anIllegalDegreeIsHarmfulByItsRule() {
        assertThat(rating(SamplePlan.of("llama-3.1-8b", "h100-sxm", 5, 1, 1, 1), Degree.TENSOR))
                .satisfies(r -> assertThat(r.grade()).isEqualTo(Grade.HARMFUL))
                .satisfies(r -> assertThat(r.reason()).isEqualTo("32 heads / TP 5 is not whole."));
    }

    @Test
    void aDenseModelHasNoRatingOfExperts() {
        assertThat(Ratings.of(Judge.judge(SamplePlan.of("llama-3.1-8b", "h100-sxm")))).extracting(Rating::degree)
                .containsExactly(Degree.TENSOR, Degree.PIPELINE, Degree.DATA, Degree.CONTEXT);
    }

    /** Neighbours are what the estimator says of them, and every grade occurs. */
    @Test
    void neighboursAreEstimatesOfThePlanWithTheirValue() {
        RandomPlans plans = new RandomPlans(12);
        java.util.Set<Grade> seen = new java.util.HashSet<>();
        for (int i = 0; i < 80; i++) {
            Plan plan = plans.plan(i);
            for (Rating rating : Ratings.of(Judge.judge(plan))) {
                seen.add(rating.grade());
                rating.less().ifPresent(n -> {
                    Estimate there = (Estimate) Judge.judge(rating.degree().with(plan, n.value())).outcome();
                    Estimate here = (Estimate) Judge.judge(plan).outcome();
                    assertThat(n.value()).isLessThan(rating.value());
                    assertThat(n.gpus()).isEqualTo(there.get(Metric.GPUS));
                    assertThat(n.latency()).isEqualTo(there.get(Metric.E2E_STEADY) / here.get(Metric.E2E_STEADY));
                });
                rating.more().ifPresent(n -> assertThat(n.value()).isGreaterThan(rating.value()));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Grade.values());
    }

    /** What a neighbour holds is the estimator's, written in the units of the reader. */
    @Test
    void sizesAreWrittenInTheUnitsOfTheReader() {
        Rating tensor = rating(SamplePlan.of("llama-3.1-8b", "h100-sxm", 2, 1, 1, 1), Degree.TENSOR);
        double there = tensor.less().orElseThrow().memoryBytes();
        for (ByteUnits units : ByteUnits.values()) {
            Formatter format = new Formatter(units);
            assertThat(tensor.sides().getFirst().text(format)).contains(" → " + format.text(there, Dimension.BYTES) + ",");
            assertThat(tensor.text(format)).contains(tensor.sides().getFirst().text(format));
        }
        assertThat(tensor.why(new Formatter(ByteUnits.GIB))).contains("GiB").doesNotContain("GB");
    }

    private static Rating rating(Plan plan, Degree degree) {
        return Ratings.of(Judge.judge(plan)).stream().filter(r -> r.degree() == degree).findFirst().orElseThrow();
    }
}
