package io.headroom.explore.fleet.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.explore.fleet.cover.CoverProblem.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected weights come from trying every number of replicas of every choice, with nothing left out. */
class CoverSearchTest {

    private static final int PROBLEMS = 200;

    @Test
    void findsWhatTryingEveryNumberOfReplicasFinds() {
        SplittableRandom random = new SplittableRandom(41);
        int impossible = 0;
        int contended = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            CoverProblem problem = small(random);
            String which = "problem " + i + ": " + problem.choices();
            double expected = new Everything(problem).least();
            Cover cover = solve(problem);
            assertThat(cover.isProven()).as(which).isTrue();
            assertThat(cover.replicas().isPresent()).as(which).isEqualTo(Double.isFinite(expected));
            if (cover.replicas().isPresent()) {
                assertThat(weight(problem, cover.replicas().get())).as(which).isCloseTo(expected, within(1e-9));
                assertThat(cover.lowerBound()).as(which).isCloseTo(expected, within(1e-9));
                double alone = solve(new CoverProblem(problem.required(), unlimited(problem), problem.weights(),
                        problem.choices())).lowerBound();
                contended += alone < expected - 1e-9 ? 1 : 0;
            } else {
                impossible++;
            }
        }
        assertThat(impossible).isBetween(PROBLEMS / 20, PROBLEMS / 2);
        assertThat(contended).isGreaterThan(PROBLEMS / 20);
    }

    /** A bound that is given with an unfinished search is below the true optimum. */
    @Test
    void givesABoundWhereItGivesUp() {
        SplittableRandom random = new SplittableRandom(43);
        int givenUp = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            CoverProblem problem = small(random);
            Cover cover = CoverSearch.solve(problem, 2, () -> false).orElseThrow();
            double expected = new Everything(problem).least();
            if (cover.isProven()) {
                assertThat(cover.replicas().isPresent()).isEqualTo(Double.isFinite(expected));
            } else {
                givenUp++;
                assertThat(cover.lowerBound()).isLessThanOrEqualTo(expected + 1e-9);
                cover.replicas().ifPresent(r -> assertThat(weight(problem, r)).isGreaterThanOrEqualTo(expected - 1e-9));
            }
        }
        assertThat(givenUp).isGreaterThan(PROBLEMS / 20);
    }

    /** By hand: 10 a second of 3-GPU replicas with 4 and 1-GPU replicas with 1: 3·3 = 9 GPUs carry 12, 2·3 + 2 = 8 carry 10. */
    @Test
    void mixesReplicasOfTwoSizes() {
        CoverProblem problem = new CoverProblem(new double[] {10}, new int[] {100}, new double[] {1},
                List.of(new Choice(0, 0, 3, 4), new Choice(0, 0, 1, 1)));
        assertThat(solve(problem).replicas()).contains(List.of(2, 2));
    }

    /** By hand: type 0 is cheap, but its 4 GPUs suffice for one of two demands; it saves most where type 1 needs 4. */
    @Test
    void givesWhatIsShortToTheDemandThatGainsMost() {
        CoverProblem problem = new CoverProblem(new double[] {1, 1}, new int[] {4, 100}, new double[] {1, 2},
                List.of(new Choice(0, 0, 4, 1), new Choice(0, 1, 3, 1), new Choice(1, 0, 4, 1), new Choice(1, 1, 4, 1)));
        Cover cover = solve(problem);
        // 3·2 + 4·1 = 10 against 4·1 + 4·2 = 12
        assertThat(cover.replicas()).contains(List.of(0, 1, 1, 0));
        assertThat(cover.lowerBound()).isEqualTo(10);
    }

    @Test
    void stopsWhenItIsCancelled() {
        assertThat(CoverSearch.solve(small(new SplittableRandom(1)), CoverSearch.MOST_STEPS, () -> true)).isEmpty();
    }

    private static Cover solve(CoverProblem problem) {
        return CoverSearch.solve(problem, CoverSearch.MOST_STEPS, () -> false).orElseThrow();
    }

    private static int[] unlimited(CoverProblem problem) {
        return IntStream.range(0, problem.types()).map(g -> 100).toArray();
    }

    private static CoverProblem small(SplittableRandom random) {
        int demands = random.nextInt(1, 4);
        int types = random.nextInt(1, 4);
        List<Choice> choices = new ArrayList<>();
        for (int d = 0; d < demands; d++) {
            for (int g = 0; g < types; g++) {
                for (int n = random.nextInt(d == g ? 1 : 0, 3); n > 0; n--) {
                    choices.add(new Choice(d, g, random.nextInt(1, 5), random.nextDouble(0.5, 3)));
                }
            }
        }
        return new CoverProblem(random.doubles(demands, 1, 5).toArray(), random.ints(types, 4, 12).toArray(),
                random.ints(types, 1, 5).mapToDouble(w -> w * 0.7).toArray(), choices);
    }

    private static double weight(CoverProblem problem, List<Integer> replicas) {
        int[] taken = new int[problem.types()];
        double[] rates = new double[problem.demands()];
        double weight = 0;
        for (int i = 0; i < replicas.size(); i++) {
            Choice choice = problem.choices().get(i);
            taken[choice.type()] += choice.gpus() * replicas.get(i);
            rates[choice.demand()] += choice.rate() * replicas.get(i);
            weight += choice.gpus() * replicas.get(i) * problem.weights()[choice.type()];
        }
        for (int g = 0; g < taken.length; g++) {
            assertThat(taken[g]).isLessThanOrEqualTo(problem.available()[g]);
        }
        for (int d = 0; d < rates.length; d++) {
            assertThat(rates[d]).isGreaterThanOrEqualTo(problem.required()[d] - 1e-9);
        }
        return weight;
    }

    /** Every number of replicas of every choice that the GPUs allow, and one more than a demand can need at most. */
    private static final class Everything {

        private final CoverProblem problem;
        private double least = Double.POSITIVE_INFINITY;

        Everything(CoverProblem problem) {
            this.problem = problem;
        }

        double least() {
            from(0, problem.available().clone(), problem.required().clone(), 0);
            return least;
        }

        private void from(int i, int[] left, double[] missing, double weight) {
            if (i == problem.choices().size()) {
                boolean isCovered = IntStream.range(0, missing.length).allMatch(d -> missing[d] <= 1e-9);
                least = isCovered ? Math.min(least, weight) : least;
                return;
            }
            Choice choice = problem.choices().get(i);
            int most = Math.min(left[choice.type()] / choice.gpus(),
                    (int) Math.ceil(problem.required()[choice.demand()] / choice.rate()));
            for (int n = 0; n <= most; n++) {
                left[choice.type()] -= n * choice.gpus();
                missing[choice.demand()] -= n * choice.rate();
                from(i + 1, left, missing, weight + n * choice.gpus() * problem.weights()[choice.type()]);
                left[choice.type()] += n * choice.gpus();
                missing[choice.demand()] += n * choice.rate();
            }
        }
    }
}
