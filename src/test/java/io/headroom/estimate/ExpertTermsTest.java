package io.headroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.explain.Term;
import io.headroom.estimate.pass.Part;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experts of Mixtral-8x7B, of which a token takes 2 of 8; expected values by hand. */
class ExpertTermsTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    /** 8 * (1 - 0.75^4) = 5.46875; 8 * (1 - 1/(1 + 4/4)) = 4; one token takes its 2, not 8 * (1 - 1/1.25) = 1.6. */
    @ParameterizedTest
    @CsvSource({"4, 0, 5.46875", "4, 1, 4", "1, 0, 2", "1, 1, 2"})
    void unevenChoiceTouchesFewer(int requests, double skew, double touched) {
        Plan plan = plan(requests).withAssumptions(plan(requests).assumptions().with(Knob.EXPERT_SKEW, skew));
        assertThat(term(plan, "touched")).isCloseTo(touched, within(1e-12));
    }

    /** MFU 0.6 of profile plan, half of it for experts; no rows are lost. */
    @Test
    void expertsReachAShareOfMfu() {
        Plan plan = plan(4096);
        Plan half = plan.withAssumptions(plan.assumptions().with(Knob.EXPERT_MFU, 0.5));
        assertThat(experts(half)).isCloseTo(2 * experts(plan), within(1e-9 * experts(plan)));
    }

    @Test
    void theShorterSideOfAGroupedGemmHides() {
        Plan plan = plan(16);
        Plan none = plan.withAssumptions(plan.assumptions().with(Knob.ROOFLINE_OVERLAP, 0));
        assertThat(experts(none)).isEqualTo(experts(plan));
        assertThat(step(none)).isGreaterThan(step(plan));
    }

    private static double experts(Plan plan) {
        return estimate(plan).decode().parts()[Part.EXPERTS.ordinal()];
    }

    private static double step(Plan plan) {
        return estimate(plan).decode().stepSeconds();
    }

    private static Estimate estimate(Plan plan) {
        return (Estimate) Estimator.estimate(plan);
    }

    private static double term(Plan plan, String symbol) {
        Deque<Term> left = new ArrayDeque<>();
        left.add(Explanation.of(plan).term(Metric.DECODE_BYTES_PER_GPU).orElseThrow());
        while (!left.isEmpty()) {
            Term term = left.poll();
            if (term.symbol().equals(symbol)) {
                return term.value();
            }
            left.addAll(term.inputs());
        }
        throw new AssertionError("no term " + symbol);
    }

    private static Plan plan(int requests) {
        Plan plan = Plan.of("mixtral", CATALOG.model("mixtral-8x7b").orElseThrow(),
                Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withWorkload(plan.workload().withConcurrentRequests(requests).withInputTokens(16)
                .withOutputTokens(16));
    }
}
