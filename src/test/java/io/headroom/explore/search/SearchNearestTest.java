package io.headroom.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.headroom.estimate.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected values come from nested loops that judge every plan on its own. */
class SearchNearestTest {

    private static final int PROBLEMS = 60;

    private final RandomSpaces spaces = new RandomSpaces(131);

    private SearchSpace space(int i) {
        SearchSpace space = spaces.next(i);
        return space.withBatches(List.of(1, 3, 40, 700), 0).withGpus(GpuCounts.upTo(Math.min(8, space.gpus().most())));
    }

    @Test
    void thePlanNearestToItsLimitsIsThatOfTryingAll() {
        int passing = 0;
        int missing = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            SearchSpace space = space(i);
            BruteForce expected = new BruteForce(space);
            Optional<Found> nearest = Search.nearest(space, () -> false);
            assertThat(nearest.isPresent()).as("problem " + i).isEqualTo(!Double.isNaN(expected.nearest));
            if (nearest.isPresent()) {
                assertThat(nearest.get().headroom()).as("problem " + i).isCloseTo(expected.nearest, withinPercentage(1e-10));
                assertThat(nearest.get().headroom() >= 1).as("problem " + i).isEqualTo(!expected.passing.isEmpty());
                passing += expected.passing.isEmpty() ? 0 : 1;
                missing += expected.passing.isEmpty() ? 1 : 0;
            }
        }
        assertThat(passing).isGreaterThan(PROBLEMS / 10);
        assertThat(missing).isGreaterThan(PROBLEMS / 10);
    }

    @Test
    void oneReplicaIsWhatOfAllPlansHasOne() {
        int replicated = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            SearchSpace space = space(i);
            BruteForce expected = new BruteForce(space);
            SearchResult result = Search.run(space.withGpus(space.gpus().ofOneReplica()));
            long one = expected.passing.stream().filter(j -> j.value(Metric.REPLICAS) == 1).count();
            assertThat(result.passing()).as("problem " + i).isEqualTo(one);
            assertThat(result.visited() + result.skippedPlans()).as("problem " + i).isEqualTo(result.size());
            replicated += one < expected.passing.size() ? 1 : 0;
        }
        assertThat(replicated).isGreaterThan(PROBLEMS / 10);
    }

    @Test
    void aListenerHearsOfEveryPlanThatPassesOnce() {
        for (int i = 0; i < PROBLEMS; i++) {
            SearchSpace space = space(i);
            List<Long> heard = new ArrayList<>();
            SearchResult result = Search.run(space, found -> heard.add(found.order()), () -> false).orElseThrow();
            assertThat(heard).as("problem " + i).hasSize((int) result.passing()).doesNotHaveDuplicates().isSorted();
            SearchResult same = Search.run(space);
            result.best().forEach((objective, found) -> assertThat(found.order())
                    .isEqualTo(same.best(objective).orElseThrow().order()));
        }
    }
}
