package io.headroom.explore.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.explore.SampleReviews;
import io.headroom.plan.Plan;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every term that comes from the plan or its profile leads to the input that has its value. */
class TermInputsTest {

    @Test
    void whatThePlanSaysLeadsToTheInputOfThatValue() {
        Map<String, Input> inputs = Inputs.ALL.stream().collect(Collectors.toMap(Input::key, i -> i, (a, _) -> a));
        Set<String> led = new HashSet<>();
        for (Plan plan : new Plan[] {SampleReviews.plan("report-001", "original"),
                SampleReviews.plan("deepseek-v3-8xh200-sxm", "dp8-ep8")}) {
            Explanation explanation = Explanation.of(plan);
            for (Metric metric : Metric.values()) {
                explanation.term(metric).ifPresent(root -> leaves(root, new IdentityHashMap<>(), leaf -> {
                    // the demand has no slider
                    boolean isOfPlan = !leaf.symbol().equals("tokensPerDay") 
                            && (leaf.source().equals("this plan") || leaf.source().startsWith("profile "));
                    String key = TermInputs.keyOf(leaf).orElse("");
                    if (isOfPlan) {
                        assertThat(key).as(leaf.symbol() + ", " + leaf.name()).isNotEmpty();
                    }
                    if (inputs.containsKey(key)) {
                        assertThat(leaf.value()).as(leaf.symbol()).isEqualTo(inputs.get(key).valueIn(plan));
                        led.add(key);
                    }
                }));
            }
        }
        assertThat(led).contains("parallelism.tensor", "parallelism.data", "workload.inputTokens", "workload.concurrentRequests",
                "assumptions.mfu", "assumptions.mbu", "assumptions.linkEfficiency").hasSizeGreaterThan(15);
    }

    private static void leaves(Term term, Map<Term, Boolean> seen, Consumer<Term> visit) {
        if (seen.put(term, true) == null) {
            if (term.isLeaf()) {
                visit.accept(term);
            }
            term.inputs().forEach(input -> leaves(input, seen, visit));
        }
    }
}
