package io.headroom.session.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Samples;
import io.headroom.validate.Grouping;
import io.headroom.validate.Validation;
import io.headroom.validate.read.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String ROW = "%s,%s,%s,1,1,1,1,1,%s,bf16,bf16,1024,128,%d,,tpot_ms,ms,%s,";

    private static final List<Point> POINTS = points(
            ROW.formatted("a:1", "Llama-3.1-8B", "H100", "vLLM", 8, "9"),
            ROW.formatted("a:2", "Llama-3.1-8B", "H100", "vLLM", 64, "20"),
            ROW.formatted("a:3", "Llama-3.1-8B", "H100", "SGLang", 8, "8"),
            ROW.formatted("b:4", "Qwen3-8B", "H200", "SGLang", 8, "7"));

    @Test
    void filtersOfDifferentFacetsMustAllHold() {
        Selection selection = Selection.FIRST.withFilter(Facet.SOURCE, Set.of("a"))
                .withFilter(Facet.ENGINE, Set.of("sglang"));
        assertThat(Comparison.of(POINTS, selection).points()).extracting(p -> p.row().id()).containsExactly("a:3");
        assertThat(Comparison.of(POINTS, selection.withFilter(Facet.SOURCE, Set.of())).points()).hasSize(2);
        assertThat(Comparison.of(POINTS, selection.withoutFilters()).points()).hasSize(4);
    }

    // what another choice of the same facet would give, whatever is chosen there now
    @Test
    void choicesCountWhatTheyWouldGive() {
        Comparison comparison = Comparison.of(POINTS, Selection.FIRST.withFilter(Facet.ENGINE, Set.of("sglang")));
        assertThat(comparison.choices().get(Facet.ENGINE)).containsEntry("sglang", 2).containsEntry("vllm", 2);
        assertThat(comparison.choices().get(Facet.SOURCE)).containsEntry("a", 1).containsEntry("b", 1);
    }

    @Test
    void onesOwnRowsAreNeverPutTogetherWithPublicOnes() {
        List<Point> all = new ArrayList<>(POINTS);
        all.add(new Point(POINTS.getFirst().row(), Point.Origin.IMPORTED));
        Comparison both = Comparison.of(all, Selection.FIRST);
        assertThat(both.points()).hasSize(5);
        assertThat(both.whole().count()).isEqualTo(4);
        assertThat(both.own().count()).isEqualTo(1);
        Comparison alone = Comparison.of(all, Selection.FIRST.withPublic(false));
        assertThat(alone.points()).hasSize(1);
        assertThat(alone.whole().count()).isEqualTo(1);
        assertThat(alone.lines()).singleElement().satisfies(l -> assertThat(l.group()).isEqualTo("vllm"));
    }

    @Test
    void aGroupKeepsItsPlaceWhateverIsChosen() {
        List<String> order = Comparison.of(POINTS, Selection.FIRST.withGrouping(Grouping.GPU)).order();
        assertThat(order).containsExactly("h100-sxm", "h200-sxm");
        assertThat(Comparison.of(POINTS, Selection.FIRST.withGrouping(Grouping.GPU).withScope(Scope.E2E)
                .withFilter(Facet.GPU, Set.of("h200-sxm"))).order()).isEqualTo(order);
    }

    @Test
    void nearestShareModelGpuAndEngineBeforeLoad() {
        Plan plan = POINTS.get(1).plan();
        Nearest nearest = Nearest.to(plan, Scope.TPOT, POINTS);
        assertThat(nearest.closeness()).isEqualTo(Nearest.Closeness.SAME_ALL);
        assertThat(nearest.rows()).extracting(p -> p.row().id()).containsExactly("a:2", "a:1");
        Nearest without = Nearest.to(plan, Scope.TPOT, POINTS.subList(2, 4));
        assertThat(without.closeness()).isEqualTo(Nearest.Closeness.SAME_MODEL_AND_GPU);
        assertThat(Nearest.to(plan, Scope.TTFT, POINTS).errors().count()).isZero();
        Nearest nothing = Nearest.to(plan, Scope.TPOT, POINTS.subList(3, 4));
        assertThat(nothing.closeness()).isEqualTo(Nearest.Closeness.NONE);
    }

    // sample-plans/report-003.json: vllm 7859.38 ms and 130.85 tokens/s measured; scores and prices are no points
    @Test
    void measuredFiguresOfPlansArePointsInSiUnits() {
        Opened report = Samples.read("report-003", CATALOG);
        List<Point> figures = PlanFigures.of(report.review());
        assertThat(figures).hasSize(15).allMatch(Point::isOwn);
        assertThat(figures.stream().filter(p -> p.row().id().equals("plan:vllm:e2e.steady"))).singleElement()
                .satisfies(p -> assertThat(p.measured()).isCloseTo(7.85938, within(1e-12)));
        assertThat(figures.stream().filter(p -> p.row().id().equals("plan:vllm:throughput.outputTokens")))
                .singleElement().satisfies(p -> assertThat(p.measured()).isEqualTo(130.85));
    }

    // vLLM 0.19 on an H100 at 0.95 (llm-d-planner): Llama-3.1-8B loads 14.99 GiB and prints 476,016 tokens
    @Test
    void measuredMemoryOfAPlanIsAPointToo() throws Exception {
        String plan = """
                {"format": "headroom/plan", "version": 1, "name": "own", "plans": [{"name": "a", "model": "llama-3.1-8b",
                 "hardware": {"gpu": "h100-sxm"},
                 "assumptions": {"profile": "calibrated", "engine": "vllm", "usableMemoryFraction": 0.95},
                 "figures": [{"metric": "kv.capacityTokens", "value": 476016, "unit": "tokens", "kind": "measured"},
                             {"metric": "memory.weights", "value": 14.99, "unit": "GiB", "kind": "measured"}]}]}
                """;
        List<Point> figures = PlanFigures.of(PlanFile.read("own.json", plan.getBytes(StandardCharsets.UTF_8), CATALOG).review());
        assertThat(figures).extracting(p -> Scope.of(p.row().quantity()).orElseThrow())
                .containsExactlyInAnyOrder(Scope.KV_TOKENS, Scope.WEIGHTS);
        assertThat(figures).allSatisfy(p -> assertThat(Math.abs(p.row().error())).isLessThan(0.01));
    }

    @Test
    void aRowInWordsNamesItsSystemItsLoadAndItsError() {
        Point point = POINTS.getFirst();
        String text = RowText.of(point, new Formatter(ByteUnits.GB));
        assertThat(text.lines()).hasSize(3);
        assertThat(text).startsWith("a:1\n").contains("Llama-3.1-8B").contains("vllm").contains("TP 1")
                .contains("8 requests").contains("measured 9.00 ms").contains("predicted").containsPattern("band [\\d.]+ ms to [\\d.]+ ms");
        assertThat(RowText.signed(-0.0001, new Formatter(ByteUnits.GB))).startsWith("±");
        assertThat(RowText.signed(-0.068, new Formatter(ByteUnits.GB))).isEqualTo("−6.8 %");
    }

    private static List<Point> points(String... rows) {
        return Validation.run(Rows.of(rows), CATALOG, CATALOG.profile("calibrated").orElseThrow()).rows().stream()
                .map(r -> new Point(r, Point.Origin.PUBLIC)).toList();
    }
}
