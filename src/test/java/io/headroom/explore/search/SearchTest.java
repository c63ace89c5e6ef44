package io.headroom.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Verdict;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected values come from brute force: nested loops over the same space that judge every plan on its own.
 */
class SearchTest {

    private static final int PROBLEMS_OF_A_PART = 50;

    private final RandomSpaces spaces = new RandomSpaces(97);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void findsWhatTryingEveryPlanFinds(int part) {
        int withoutAny = 0;
        int byBound = 0;
        for (int i = part * PROBLEMS_OF_A_PART; i < (part + 1) * PROBLEMS_OF_A_PART; i++) {
            SearchSpace space = spaces.next(i);
            BruteForce expected = new BruteForce(space);
            SearchResult result = Search.run(space);
            String which = "problem " + i + ": " + space.plan().model().name() + " " + space.plan().requirements();
            counts(result, expected, which);
            for (Objective objective : Objective.values()) {
                best(objective, result, expected, which);
            }
            front(result, expected, which);
            withoutAny += expected.passing.isEmpty() ? 1 : 0;
            byBound += result.skipped().get(SearchResult.Skip.LIMITS) > 0 ? 1 : 0;
        }
        assertThat(withoutAny).isLessThan(PROBLEMS_OF_A_PART / 2);
        assertThat(byBound).isPositive();
    }

    private static void counts(SearchResult result, BruteForce expected, String which) {
        assertThat(result.size()).as(which).isEqualTo(expected.size);
        assertThat(result.visited() + result.skippedPlans()).as(which).isEqualTo(result.size());
        assertThat(result.passing()).as(which).isEqualTo(expected.passing.size());
        assertThat(result.gpuCounts()).as(which).isEqualTo(expected.gpuCounts);
        long rejected = result.rejected().values().stream().mapToLong(n -> n).sum();
        assertThat(result.passing() + rejected + result.repeated()).as(which).isEqualTo(result.size());
        assertThat(result.skipped().get(SearchResult.Skip.RULES)).as(which).isEqualTo(expected.illegal);
        assertThat(result.rejected().getOrDefault(SearchResult.MEMORY, 0L)).as(which).isEqualTo(expected.doesNotFit);
        assertThat(rejected).as(which).isEqualTo(expected.illegal + expected.doesNotFit + expected.misses);
    }

    private static void best(Objective objective, SearchResult result, BruteForce expected, String which) {
        List<Double> values = expected.passing.stream().map(j -> value(objective, j)).filter(v -> !v.isNaN()).toList();
        assertThat(result.best(objective).isPresent()).as(which + objective).isEqualTo(!values.isEmpty());
        result.best(objective).ifPresent(found -> {
            Judgement judgement = Judge.judge(found.plan());
            assertThat(judgement.verdict()).isIn(Verdict.MEETS, Verdict.AT_RISK, Verdict.NO_LIMITS);
            boolean isMoreBetter = objective.metric(found.plan()).map(Metric::isMoreBetter).orElse(true);
            double best = values.stream().mapToDouble(v -> v).reduce(isMoreBetter ? Math::max : Math::min).orElseThrow();
            assertThat(value(objective, judgement)).as(which + objective).isEqualTo(best);
            isThatOfAnEstimateOfItsOwn(found);
        });
    }

    /** The smallest factor to a limit, from the verdicts; memory beside them. */
    private static double value(Objective objective, Judgement judgement) {
        return objective.metric(judgement.plan()).map(judgement::value).orElseGet(() -> {
            Estimate estimate = judgement.estimate().orElseThrow();
            double memory = estimate.memory().usableBytes() / estimate.memory().worst().total();
            return judgement.requirements().stream().filter(r -> !r.requirement().soft() && !Double.isNaN(r.factor()))
                    .mapToDouble(r -> r.factor()).reduce(memory, Math::min);
        });
    }

    private static void front(SearchResult result, BruteForce expected, String which) {
        List<Metric> metrics = result.space().frontMetrics();
        List<double[]> all = expected.passing.stream().map(j -> losses(j.estimate().orElseThrow(), metrics))
                .filter(l -> Arrays.stream(l).noneMatch(Double::isNaN)).toList();
        Set<List<Double>> front = new HashSet<>();
        for (double[] a : all) {
            if (all.stream().noneMatch(b -> beats(b, a))) {
                front.add(Arrays.stream(a).boxed().toList());
            }
        }
        assertThat(result.front().stream().map(f -> Arrays.stream(losses(f.estimate(), metrics)).boxed().toList()).toList())
                .as(which).containsExactlyInAnyOrderElementsOf(front);
        result.front().forEach(SearchTest::isThatOfAnEstimateOfItsOwn);
    }

    private static double[] losses(Estimate estimate, List<Metric> metrics) {
        return metrics.stream().mapToDouble(m -> m.isMoreBetter() ? -estimate.get(m) : estimate.get(m)).toArray();
    }

    private static boolean beats(double[] a, double[] b) {
        return IntStream.range(0, a.length).allMatch(i -> a[i] <= b[i])
                && IntStream.range(0, a.length).anyMatch(i -> a[i] < b[i]);
    }

    private static void isThatOfAnEstimateOfItsOwn(Found found) {
        Estimate own = (Estimate) Estimator.estimate(found.plan());
        for (Metric metric : Metric.values()) {
            assertThat(Double.doubleToRawLongBits(found.estimate().get(metric))).as(metric.id())
                    .isEqualTo(Double.doubleToRawLongBits(own.get(metric)));
        }
        assertThat(found.headroom()).isCloseTo(value(Objective.MOST_HEADROOM, Judge.judge(found.plan())), within(0.0));
    }
}
