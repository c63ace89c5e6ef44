package io.headroom.explore.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Verdict;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.Objective;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Precision;
import io.headroom.plan.Requirement;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected: the best rows are the best of all rows, and every row is a plan that passes when it is judged on its own. */
class SweepTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static Sweep sweep(boolean isEveryLayout) {
        Requirement limit = new Requirement("tpot.steady", Requirement.Bound.AT_MOST, 0.05, "s", 0, false, Extras.NONE);
        return new Sweep(Workload.DEFAULT, new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()),
                List.of(limit), List.of(Precision.BF16, Precision.BF16.withWeights(NumberFormat.FP8)
                        .withExperts(NumberFormat.FP8)), List.of(1, 8, 64), 256, isEveryLayout);
    }

    private static List<Sweep.Row> rows(boolean isEveryLayout, String model, String gpu, int gpus) {
        ModelSpec m = CATALOG.model(model).orElseThrow();
        GpuSpec g = CATALOG.gpu(gpu).orElseThrow();
        List<Sweep.Row> rows = new ArrayList<>();
        assertThat(sweep(isEveryLayout).rows(m, g, gpus, rows::add, () -> false)).isTrue();
        return rows;
    }

    @Test
    void theBestRowsAreTheBestOfAllRows() {
        for (String model : List.of("llama-3.1-8b", "mixtral-8x7b")) {
            for (String gpu : List.of("h100-sxm", "l40s")) {
                for (int gpus : new int[] {1, 2, 4, 8}) {
                    List<Found> all = rows(true, model, gpu, gpus).stream().flatMap(r -> r.found().stream()).toList();
                    List<Sweep.Row> best = rows(false, model, gpu, gpus);
                    if (all.isEmpty()) {
                        assertThat(best).singleElement().satisfies(r -> assertThat(r.whyNot()).isNotEmpty());
                        continue;
                    }
                    assertThat(best.stream().flatMap(r -> r.bestBy().stream())).doesNotHaveDuplicates()
                            .contains(Objective.LOWEST_TTFT, Objective.MOST_TOKENS, Objective.MOST_HEADROOM);
                    for (Sweep.Row row : best) {
                        for (Objective objective : row.bestBy()) {
                            assertThat(all).as(model + gpu + gpus + objective)
                                    .noneMatch(other -> objective.isBetter(other, row.found().orElseThrow()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyRowPassesAndHasItsNumberOfGpus() {
        List<Sweep.Row> rows = rows(true, "mixtral-8x7b", "h100-sxm", 8);
        assertThat(rows).hasSizeGreaterThan(50);
        for (Sweep.Row row : rows) {
            Judgement judgement = Judge.judge(row.found().orElseThrow().plan());
            assertThat(judgement.verdict()).isIn(Verdict.MEETS, Verdict.AT_RISK);
            assertThat(row.found().get().estimate().groups().gpus()).isEqualTo(8);
        }
        assertThat(rows.stream().map(r -> r.found().orElseThrow().plan())).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotRunSaysWhy() {
        // 141 GB of weights in BF16, 70 in FP8, on one GPU of 24 GB
        assertThat(rows(false, "llama-3.1-70b", "a10", 1)).singleElement()
                .satisfies(row -> assertThat(row.whyNot()).isEqualTo("no legal layout fits in memory"));
        GpuSpec silent = CATALOG.gpus().stream().filter(g -> !g.missingFigures().isEmpty()).findFirst().orElseThrow();
        assertThat(rows(false, "llama-3.1-8b", silent.id(), 1)).singleElement()
                .satisfies(row -> assertThat(row.whyNot()).startsWith("the catalogue gives no "));
    }

    @Test
    void stopsWhenItIsCancelled() {
        assertThat(sweep(false).rows(CATALOG.model("llama-3.1-8b").orElseThrow(), CATALOG.gpu("h100-sxm").orElseThrow(), 8,
                row -> { }, () -> true)).isFalse();
    }
}
