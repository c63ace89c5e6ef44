package io.headroom.explore.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.rule.Legality;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gives way, against all legal layouts of a number of GPUs, counted out by the formula of the cost model. */
class GpuLockTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static Plan plan(String model) {
        return Plan.of("A", CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
    }

    private static Plan plan(String model, int tensor, int pipeline, int data, int expert) {
        return plan(model).withParallelism(Parallelism.SINGLE.withTensor(tensor).withPipeline(pipeline)
                .withData(data).withExpert(expert));
    }

    private static String degrees(Optional<Plan> plan) {
        return plan.map(p -> "TP %d PP %d DP %d EP %d".formatted(p.parallelism().tensor(), p.parallelism().pipeline(),
                p.parallelism().data(), p.parallelism().expert())).orElse("none");
    }

    /** By hand: max(TP, EP) x PP x DP stays. */
    @ParameterizedTest
    @CsvSource({
        // the 32 GPUs of report 001's optimised plan: DP 2 -> 1 pays for TP 4 -> 8
        "qwen3-235b-a22b, 4, 4, 2, 1, TENSOR,   8, TP 8 PP 4 DP 1 EP 1",
        // DP has nothing left: PP gives
        "qwen3-235b-a22b, 8, 4, 1, 1, TENSOR,  16, TP 16 PP 2 DP 1 EP 1",
        // freed GPUs become replicas
        "qwen3-235b-a22b, 4, 4, 2, 1, TENSOR,   2, TP 2 PP 4 DP 4 EP 1",
        // EP shares the GPUs of the stage: TP up to 8 costs nothing
        "qwen3-235b-a22b, 4, 4, 1, 8, TENSOR,   8, TP 8 PP 4 DP 1 EP 8",
        // DP itself moves: PP gives
        "qwen3-235b-a22b, 4, 4, 2, 1, DATA,     4, TP 4 PP 2 DP 4 EP 1",
        // neither DP nor PP has anything: EP gives
        "qwen3-235b-a22b, 4, 1, 1, 8, DATA,     2, TP 4 PP 1 DP 2 EP 4",
        // both, where one alone is not enough: 32 = 32 x 1 x 1
        "qwen3-235b-a22b, 4, 4, 2, 1, TENSOR,  32, TP 32 PP 1 DP 1 EP 1",
        // 32 is no multiple of 3, and 64 are more than there are
        "qwen3-235b-a22b, 4, 4, 2, 1, PIPELINE, 3, none",
        "qwen3-235b-a22b, 4, 4, 2, 1, TENSOR,  64, none",
        "llama-3.1-8b,    2, 1, 2, 1, TENSOR,   4, TP 4 PP 1 DP 1 EP 1",
        "llama-3.1-8b,    2, 1, 2, 1, EXPERT,   4, none"})
    void othersGiveWayInTheirOrder(String model, int tensor, int pipeline, int data, int expert, Degree moved,
            int value, String expected) {
        assertThat(degrees(GpuLock.with(plan(model, tensor, pipeline, data, expert), moved, value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"llama-3.1-8b, 8", "llama-3.1-8b, 24", "qwen3-235b-a22b, 32", "deepseek-v3, 16", "gpt-oss-120b, 8"})
    void aMoveIsPossibleWhereAnyLegalLayoutHasItAndOnlyThere(String model, int gpus) {
        List<Plan> all = legal(plan(model), gpus);
        assertThat(all).hasSizeGreaterThan(10);
        int moves = 0;
        int refused = 0;
        for (Plan from : all) {
            for (Degree moved : Degree.values()) {
                for (int value : new int[] {1, 2, 3, 4, 6, 8, 12, 16, 32}) {
                    List<Plan> targets = all.stream().filter(p -> isTarget(from, p, moved, value)).toList();
                    Optional<Plan> kept = GpuLock.with(from, moved, value);
                    String what = model + " " + from.parallelism() + " " + moved + " " + value;
                    assertThat(kept.isPresent()).as(what).isEqualTo(!targets.isEmpty());
                    if (kept.isPresent()) {
                        moves++;
                        assertThat(targets).as(what).contains(kept.get());
                        assertThat(cost(from, kept.get(), moved)).as(what).isEqualTo(
                                targets.stream().mapToInt(p -> cost(from, p, moved)).min().orElseThrow());
                    } else {
                        refused++;
                    }
                }
            }
        }
        assertThat(moves).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void aLockedSliderStopsWhereAMoveIsPossibleAndSaysWhyNotElsewhere() {
        Plan plan = plan("qwen3-235b-a22b", 4, 4, 2, 1);
        Input tensor = GpuLock.on(Inputs.PARALLELISM.getFirst());
        List<Stop> stops = tensor.stopsFor(plan);
        assertThat(stops.stream().filter(Stop::isLegal).map(s -> (int) s.value())).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(stops.getLast().value()).isEqualTo(64);
        assertThat(stops.getLast().blocked()).isEqualTo("keeps 32 GPUs: no legal degrees");
        Plan moved = tensor.with(plan, 8);
        assertThat(moved.parallelism().data()).isEqualTo(1);
        assertThat(GpuLock.gaveWay(plan, moved, tensor)).isEqualTo(", DP 2 → 1");
        assertThat(tensor.with(plan, 64)).isEqualTo(plan);
        Input requests = Inputs.WORKLOAD.getFirst();
        assertThat(GpuLock.on(requests)).isSameAs(requests);
    }

    @Test
    void groupsThatAreNotWholeMakeNoNumberToKeep() {
        // EP 6 cannot be split into attention ranks of 4
        assertThat(GpuLock.with(plan("qwen3-235b-a22b", 4, 1, 1, 6), Degree.TENSOR, 2)).isEmpty();
    }

    private static boolean isTarget(Plan from, Plan to, Degree moved, int value) {
        boolean isHeld = true;
        for (Degree degree : List.of(Degree.TENSOR, Degree.CONTEXT)) {
            isHeld &= degree == moved || degree.of(from) == degree.of(to);
        }
        return isHeld && moved.of(to) == value;
    }

    /** How dear what gives way is: first how many do, then DP before PP before EP. */
    private static int cost(Plan from, Plan to, Degree moved) {
        int count = 0;
        int weight = 0;
        int place = 1;
        for (Degree degree : List.of(Degree.DATA, Degree.PIPELINE, Degree.EXPERT)) {
            if (degree != moved && degree.of(from) != degree.of(to)) {
                count++;
                weight += place;
            }
            place *= 2;
        }
        return count * 100 + weight;
    }

    /** Every legal layout of {@code gpus}: max(TP x CP, EP) x PP x DP, whose quotients are whole. */
    private static List<Plan> legal(Plan plan, int gpus) {
        List<Plan> all = new ArrayList<>();
        ModelSpec model = plan.model();
        TreeSet<Integer> experts = divisors(model.isMoe() ? model.shape().moe().experts() : 1);
        for (int t : divisors(gpus)) {
            for (int c : divisors(gpus / t)) {
                for (int e : experts) {
                    int w = Math.max(t * c, e);
                    if (w % (t * c) == 0 && w % e == 0 && gpus % w == 0) {
                        for (int p : divisors(gpus / w)) {
                            Plan layout = plan.withParallelism(new Parallelism(t, p, gpus / w / p, e, c, false,
                                    List.of()));
                            if (Legality.isLegal(layout)) {
                                all.add(layout);
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static TreeSet<Integer> divisors(int n) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int d = 1; d <= n; d++) {
            if (n % d == 0) {
                all.add(d);
            }
        }
        return all;
    }
}
