package io.headroom.explore.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The questions of report 000 and 003 against the search itself, whose answers are held against brute force. */
class AlternativesTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final List<Integer> COUNTS = List.of(16, 24, 32, 40);

    private static Plan plan(String file) throws Exception {
        return PlanFile.read(file, Files.readAllBytes(Path.of("sample-plans", file)), CATALOG).review().plans()
                .getFirst();
    }

    private static SearchSpace report() throws Exception {
        return SearchSpace.of(plan("report-000.json"), GpuCounts.of(COUNTS));
    }

    /** Report 000 asks for 100 tokens/ms a GPU; 400 TFLOPS over 20 GFLOP a token are 20 at most. */
    @Test
    void theLimitThatNoLayoutCanKeepIsLeftOutAndNamed() throws Exception {
        Unkept unkept = Unkept.of(report(), Workers.ALONE, () -> false).orElseThrow();
        assertThat(unkept.waived()).extracting(r -> r.metric()).containsExactly("throughput.outputTokens.perGpu");
        assertThat(unkept.space().plan().requirements()).hasSize(2);
        assertThat(Search.run(report()).passing()).isZero();
    }

    /** The same 128 requests on more GPUs: each GPU has less to do, so output per GPU falls and TTFT does not rise. */
    @Test
    void theSweetSpotOfReport000IsTheFewestGpus() throws Exception {
        SearchSpace space = Unkept.of(report(), Workers.ALONE, () -> false).orElseThrow().space();
        Alternatives alternatives = Alternatives.of(space, COUNTS, Workers.ALONE, () -> false).orElseThrow();
        assertThat(alternatives.rows()).extracting(Alternatives.Row::gpus).isEqualTo(COUNTS);
        double before = Double.POSITIVE_INFINITY;
        for (Alternatives.Row row : alternatives.rows()) {
            Found best = row.result().best(Objective.MOST_TOKENS_PER_GPU).orElseThrow();
            assertThat(best.estimate().groups().gpus()).isEqualTo(row.gpus());
            assertThat(best.estimate().get(Metric.OUTPUT_TOKENS_PER_GPU)).isLessThan(before);
            before = best.estimate().get(Metric.OUTPUT_TOKENS_PER_GPU);
        }
        assertThat(alternatives.sweetSpot(Objective.MOST_TOKENS_PER_GPU).orElseThrow().gpus()).isEqualTo(16);
        assertThat(alternatives.sweetSpot(Objective.FEWEST_GPUS).orElseThrow().gpus()).isEqualTo(16);
        assertThat(alternatives.sweetSpot(Objective.MOST_TOKENS).orElseThrow().gpus()).isEqualTo(40);
        assertThat(alternatives.sweetSpot(Objective.CHEAPEST)).as("nobody gave a price").isEmpty();
    }

    @Test
    void aPlanOfTheFrontIsAtDistanceOneAndAWorseOneFarther() throws Exception {
        SearchResult result = Search.run(report().withPlan(report().plan().withRequirements(List.of())));
        assertThat(result.front()).hasSizeGreaterThan(1);
        for (Found found : result.front()) {
            assertThat(Distance.of(found.estimate(), result).orElseThrow().factor()).isEqualTo(1);
        }
        Estimate own = (Estimate) Estimator.estimate(report().plan());
        Distance distance = Distance.of(own, result).orElseThrow();
        assertThat(distance.factor()).isGreaterThan(1);
        Estimate ahead = distance.ahead().estimate();
        assertThat(Math.min(ahead.get(Metric.OUTPUT_TOKENS_PER_GPU) / own.get(Metric.OUTPUT_TOKENS_PER_GPU),
                own.get(Metric.TPOT_STEADY) / ahead.get(Metric.TPOT_STEADY))).isEqualTo(distance.factor());
        assertThat(distance.behindBest().get(Objective.LOWEST_TPOT)).isGreaterThanOrEqualTo(distance.factor());
    }

    /** 18.05 GB of Llama-3.1-8B in fp16 cannot fit into 16 GB; the catalogue has no bandwidth of TPU7x. */
    @Test
    void everyAcceleratorHasABestLayoutOrAReason() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm.json").withRequirements(List.of());
        List<GpuChoice> choices = GpuChoice.of(SearchSpace.of(plan, GpuCounts.upTo(1)),
                GpuChoice.offered(plan, CATALOG.gpus()), Workers.ALONE, () -> false).orElseThrow();
        assertThat(choices).hasSameSizeAs(CATALOG.gpus());
        for (GpuChoice choice : choices) {
            boolean isFound = choice.result().map(r -> r.passing() > 0).orElse(false);
            assertThat(choice.whyNot(FORMAT).isEmpty()).as(choice.gpu().id()).isEqualTo(isFound);
            choice.result().flatMap(r -> r.best(Objective.MOST_TOKENS)).ifPresent(
                    found -> assertThat(found.plan().hardware().gpu()).isEqualTo(choice.gpu()));
        }
        // 16 GB of bf16 weights on 16 GB with a reserve of 2: no room for a single request
        assertThat(reason(choices, "tpu-v5e")).isEqualTo("no legal layout holds even one request");
        assertThat(reason(choices, "tpu7x")).isEqualTo("the catalogue gives no hbmBytesPerSecond");
        assertThat(reason(choices, "h100-sxm")).isEmpty();
    }

    /** Expected: every layout of one and two L4 by hand, the lowest TTFT among those that fit. */
    @Test
    void theNearestMissIsTheBestThatAnyLayoutReaches() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm.json").withRequirements(List.of(new io.headroom.plan.Requirement(
                "ttft.alone", io.headroom.plan.Requirement.Bound.AT_MOST, 1, "ms", 0, false, io.headroom.plan.Extras.NONE)));
        io.headroom.plan.Hardware l4 = io.headroom.plan.Hardware.of(CATALOG.gpu("l4").orElseThrow());
        double best = Double.POSITIVE_INFINITY;
        for (int[] d : new int[][] {{1, 1, 1, 1}, {1, 2, 1, 1}, {2, 1, 1, 1}, {1, 1, 2, 1}, {1, 1, 1, 2}}) {
            for (boolean sp : d[0] > 1 ? new boolean[] {false, true} : new boolean[] {false}) {
                Plan there = plan.withHardware(l4).withParallelism(new io.headroom.plan.Parallelism(d[0], d[1], d[2], 1, d[3],
                        sp, List.of()));
                if (io.headroom.check.Judge.judge(there).fits()) {
                    best = Math.min(best, io.headroom.check.Judge.judge(there).value(io.headroom.estimate.Metric.TTFT_ALONE));
                }
            }
        }
        GpuChoice choice = GpuChoice.of(SearchSpace.of(plan, GpuCounts.upTo(2)), List.of(l4), Workers.ALONE, () -> false)
                .orElseThrow().getFirst();
        assertThat(choice.whyNot(FORMAT)).startsWith("TTFT alone of " + FORMAT.text(best, io.headroom.format.Dimension.SECONDS) + " at best (")
                .contains("limit 1.00").endsWith("ms");
    }

    /** Weights of 8.03e9 parameters in bf16 are 16.1 GB, so no layout of one GPU keeps 1 GB = 0.931 GiB. */
    @Test
    void theNearestMissIsToldInTheUnitsOfTheReader() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm.json").withRequirements(List.of(new io.headroom.plan.Requirement(
                "memory.total", io.headroom.plan.Requirement.Bound.AT_MOST, 1, "GB", 0, false, io.headroom.plan.Extras.NONE)));
        GpuChoice choice = GpuChoice.of(SearchSpace.of(plan, GpuCounts.upTo(1)), List.of(plan.hardware()), Workers.ALONE,
                () -> false).orElseThrow().getFirst();
        assertThat(choice.whyNot(FORMAT)).startsWith("Memory per GPU of ").endsWith("limit 1.00 GB");
        assertThat(choice.whyNot(new Formatter(ByteUnits.GIB))).startsWith("Memory per GPU of ").contains(" GiB at best (")
                .endsWith("limit 954 MiB").doesNotContain("GB");
    }

    @Test
    void thePlansOwnAcceleratorKeepsItsPriceAndIsRankedByIt() throws Exception {
        Plan plan = plan("llama-3.1-8b-1xh100-sxm.json").withRequirements(List.of());
        Plan cheap = plan.withHardware(plan.hardware().with(plan.hardware().given().withPrice(0.01)));
        List<GpuChoice> choices = GpuChoice.of(SearchSpace.of(cheap, GpuCounts.upTo(1)),
                GpuChoice.offeredWithOwn(cheap, CATALOG.gpus()), Workers.ALONE, () -> false).orElseThrow();
        GpuChoice first = GpuChoice.ranked(choices, Objective.CHEAPEST).getFirst();
        assertThat(first.gpu().id()).isEqualTo("h100-sxm");
        assertThat(first.hardware().pricePerGpuHour()).isEqualTo(0.01);
    }

    private static String reason(List<GpuChoice> choices, String gpu) {
        return choices.stream().filter(c -> c.gpu().id().equals(gpu)).findFirst().orElseThrow().whyNot(FORMAT);
    }
}
