package io.headroom.explore.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Verdict;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * The optimum at the worse end of ranges, against nested loops that set the two worse ends by hand and judge every layout
 * of Mixtral-8x7B on up to 8 A100.
 */
class PessimisticSearchTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final int MOST_GPUS = 8;

    private static Plan plan() {
        Plan plan = Plan.of("plan", CATALOG.model("mixtral-8x7b").orElseThrow(),
                Hardware.of(CATALOG.gpu("a100-sxm-80").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
        return plan.withWorkload(plan.workload().withConcurrentRequests(32)).withRequirements(List.of(new Requirement(
                Metric.TPOT_STEADY.id(), Requirement.Bound.AT_MOST, 60, "ms", 0, false, Extras.NONE)))
                .withRanges(Ranges.NONE.with("assumptions.mbu", new Ranges.Range(0.4, 0.9))
                        .with("assumptions.linkEfficiency", new Ranges.Range(0.1, 0.9)));
    }

    @Test
    void theOptimumIsThatOfTryingEveryLayoutAtTheWorseEnds() {
        List<Judgement> passing = byHand(0.4, 0.1);
        SearchResult found = Search.run(SearchSpace.of(Uncertain.pessimistic(plan()), GpuCounts.upTo(MOST_GPUS)));
        assertThat(found.passing()).isEqualTo(passing.size()).isPositive();
        for (Objective objective : List.of(Objective.LOWEST_TPOT, Objective.MOST_TOKENS_PER_GPU, Objective.FEWEST_GPUS)) {
            Metric metric = objective.metric(plan()).orElseThrow();
            OptionalDouble best = passing.stream().mapToDouble(j -> j.value(metric))
                    .reduce(metric.isMoreBetter() ? Math::max : Math::min);
            assertThat(objective.value(found.best(objective).orElseThrow())).as(objective.id()).isEqualTo(best.getAsDouble());
        }
        int typical = byHand(0.8, 0.8).size();
        assertThat(passing.size()).as("the worse ends reject some").isLessThan(typical);
    }

    private static List<Judgement> byHand(double mbu, double link) {
        Plan base = plan();
        base = base.withAssumptions(base.assumptions().with(Knob.MBU, mbu).with(Knob.LINK_EFFICIENCY, link));
        List<Judgement> passing = new ArrayList<>();
        for (int t = 1; t <= MOST_GPUS; t++) {
            for (int e = 1; e <= MOST_GPUS; e++) {
                for (int c = 1; c <= MOST_GPUS; c *= 2) {
                    for (int p = 1; p <= MOST_GPUS; p++) {
                        for (int r = 1; p * r * Math.max(t * c, e) <= MOST_GPUS; r++) {
                            for (boolean sp : t > 1 ? new boolean[] {false, true} : new boolean[] {false}) {
                                Judgement j = Judge.judge(base.withParallelism(
                                        new Parallelism(t, p, r, e, c, sp, List.of())));
                                if (j.verdict() == Verdict.MEETS || j.verdict() == Verdict.AT_RISK) {
                                    passing.add(j);
                                }
                            }
                        }
                    }
                }
            }
        }
        return passing;
    }
}
