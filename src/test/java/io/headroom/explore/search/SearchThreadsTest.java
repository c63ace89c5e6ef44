package io.headroom.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.cli.search.Threads;
import io.headroom.estimate.Metric;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected answer on several threads is that of one. */
class SearchThreadsTest {

    private static final int TRIES = 5;
    private static final long LONGEST_CANCEL_MS = 100;

    private static SearchSpace space(int gpus) {
        Catalog catalog = CatalogFiles.load();
        Plan plan = Plan.of("threads", catalog.model("qwen3-235b-a22b").orElseThrow(),
                Hardware.of(catalog.gpu("h100-sxm").orElseThrow()),
                new Assumptions(catalog.profile("plan").orElseThrow(), null, Map.of()));
        return SearchSpace.of(plan, GpuCounts.upTo(gpus)).withBatchesUpTo(512)
                .withPrecisions(List.of(Precision.BF16, Precision.BF16.withWeights(NumberFormat.FP8)))
                .withFront(List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.TPOT_STEADY, Metric.GPUS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theAnswerIsThatOfOneThread(int threads) {
        SearchSpace space = space(48);
        SearchResult alone = Search.run(space);
        SearchResult together = Search.run(space, new Threads(threads), () -> false).orElseThrow();
        assertThat(figures(together)).isEqualTo(figures(alone));
        assertThat(together.front()).hasSizeGreaterThan(10);
    }

    private static List<Object> figures(SearchResult result) {
        List<Object> figures = new ArrayList<>(List.of(result.layouts(), result.size(), result.visited(),
                result.skipped(), result.passing(), result.rejected(), result.repeated(), result.gpuCounts()));
        result.best().forEach((objective, found) -> figures.add(List.of(objective, figures(found))));
        result.front().forEach(found -> figures.add(figures(found)));
        return figures;
    }

    private static List<Object> figures(Found found) {
        return List.of(found.plan(), found.order(), found.headroom(),
                Arrays.stream(Metric.values()).map(found.estimate()::get).toList());
    }

    @Test
    void aCancelledSearchEndsSoonWithoutAnAnswer() throws Exception {
        // the best of a few: a busy machine may keep a thread waiting for longer than the search takes to end
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && quickest >= LONGEST_CANCEL_MS; i++) {
            quickest = Math.min(quickest, millisecondsToCancel());
        }
        assertThat(quickest).isLessThan(LONGEST_CANCEL_MS);
    }

    private static long millisecondsToCancel() throws Exception {
        AtomicBoolean isCancelled = new AtomicBoolean();
        AtomicLong ended = new AtomicLong();
        CompletableFuture<Optional<SearchResult>> search = CompletableFuture.supplyAsync(() -> {
            Optional<SearchResult> result = Search.run(space(4096), new Threads(2), isCancelled::get);
            ended.set(System.nanoTime());
            return result;
        });
        Thread.sleep(300);
        assertThat(search).isNotDone();
        long asked = System.nanoTime();
        isCancelled.set(true);
        assertThat(search.get(10, TimeUnit.SECONDS)).isEmpty();
        return TimeUnit.NANOSECONDS.toMillis(ended.get() - asked);
    }
}
