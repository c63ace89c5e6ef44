package io.headroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.Status;
import io.headroom.check.Verdict;
import io.headroom.cli.Cli;
import io.headroom.estimate.Metric;
import io.headroom.explore.simulate.Policy;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Percentiles without a toolkit: when they are played, that they are those of the command line, and what is old. */
class LoadSessionTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String TEXT = """
            {"format": "headroom/plan", "version": 1, "name": "r", "plans": [{"name": "a", "model": "llama-3.1-8b",
              "hardware": {"gpu": "h100-sxm"}, "assumptions": {"profile": "plan", "engine": "sglang"},
              "workload": {"concurrentRequests": 64, "inputTokens": 1024, "outputTokens": 256},
              "requirements": [{"metric": "ttft.p99", "atMost": 500, "unit": "ms"},
                               {"metric": "tpot.p90", "atMost": 100, "unit": "ms"}]},
             {"name": "b", "model": "llama-3.1-8b", "hardware": {"gpu": "h100-sxm"}}]}""";

    @TempDir
    Path folder;

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Test
    void theNumbersAreThoseOfTheCommandLine() throws Exception {
        PlanSession plans = session();
        new LoadSession(plans, tasks::add, Runnable::run);
        assertThat(plans.judgementProperty().get().requirements().getFirst().status()).isEqualTo(Status.UNKNOWN);
        runAll();

        Path file = Files.writeString(folder.resolve("a.json"), TEXT);
        String json = evaluate(file);
        for (Metric metric : List.of(Metric.TTFT_P99, Metric.TPOT_P90, Metric.E2E_P50)) {
            assertThat(plans.judgementProperty().get().value(metric)).as(metric.id()).isEqualTo(number(json, metric.id()));
        }
        assertThat(plans.judgementProperty().get().requirements().get(1).status()).isEqualTo(Status.MET);
        assertThat(json).contains("\"verdict\": \"" + (plans.judgementProperty().get().verdict() == Verdict.MISSES
                ? "misses" : "meets") + "\"");
    }

    @Test
    void nothingIsPlayedUnlessAPercentileIsLimitedOrShown() throws Exception {
        PlanSession plans = session();
        plans.select(1);
        LoadSession load = new LoadSession(plans, tasks::add, Runnable::run);
        plans.edit(Change.of("x"), LoadSessionTest::doubled);
        assertThat(tasks).isEmpty();
        assertThat(load.loadProperty().get()).isEqualTo(UnderLoad.NONE);

        load.watch(true);
        assertThat(tasks).hasSize(1);
        runAll();
        UnderLoad.Played played = load.loadProperty().get().last().orElseThrow();
        assertThat(played.input().policy()).isEqualTo(Policy.CHUNKED_MIXED);
        load.watch(false);
        assertThat(load.loadProperty().get()).isEqualTo(UnderLoad.NONE);
    }

    @Test
    void afterAChangeTheOldNumbersStayAndAreMarkedUntilTheNewOnesAreThere() throws Exception {
        PlanSession plans = session();
        LoadSession load = new LoadSession(plans, tasks::add, Runnable::run);
        runAll();
        double before = plans.judgementProperty().get().value(Metric.TTFT_P99);
        plans.edit(Change.of("x"), LoadSessionTest::doubled);
        plans.edit(Change.of("x"), LoadSessionTest::doubled);
        assertThat(load.loadProperty().get().isOld()).isTrue();
        assertThat(plans.judgementProperty().get().value(Metric.TTFT_P99)).isEqualTo(before);

        assertThat(tasks).as("each change asks").hasSize(2);
        tasks.poll().run();
        assertThat(load.loadProperty().get().isOld()).as("the latest wins").isTrue();
        runAll();
        assertThat(load.loadProperty().get().isOld()).isFalse();
        assertThat(plans.judgementProperty().get().value(Metric.TTFT_P99)).isGreaterThan(before);

        plans.select(1);
        assertThat(plans.judgementProperty().get().percentiles()).as("of another plan").isEmpty();
    }

    @Test
    void theSameReviewOpenedAgainHasItsPercentilesToo() throws Exception {
        PlanSession plans = session();
        new LoadSession(plans, tasks::add, Runnable::run);
        runAll();
        double before = plans.judgementProperty().get().value(Metric.TTFT_P99);
        plans.open(session().reviewProperty().get());
        runAll();
        assertThat(plans.judgementProperty().get().value(Metric.TTFT_P99)).isEqualTo(before);
    }

    @Test
    void saysWhyThereAreNone() throws Exception {
        PlanSession plans = session();
        LoadSession load = new LoadSession(plans, tasks::add, Runnable::run);
        plans.edit(Change.of("x"), p -> p.withWorkload(p.workload().withInputTokens(10_000_000)));
        runAll();
        assertThat(load.loadProperty().get().refusal()).contains("does not fit");
        assertThat(plans.judgementProperty().get().requirements().getFirst().status()).isEqualTo(Status.UNKNOWN);
    }

    /** 200,000 requests of 4,000 tokens take seconds; the next change stops them at a step. */
    @Test
    void aChangeStopsWhatIsBeingPlayedWithinATenthOfASecond() throws Exception {
        PlanSession plans = session();
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        plans.edit(Change.of("x"), p -> p.withWorkload(p.workload().withConcurrentRequests(20_000)
                .withOutputTokens(4_000)));
        LoadSession load = new LoadSession(plans, task -> {
            if (thread.get() == null) {
                thread.set(new Thread(() -> {
                    begun.countDown();
                    task.run();
                }));
                thread.get().start();
            }
        }, Runnable::run);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        thread.get().join(500);
        assertThat(thread.get().isAlive()).as("it is at work").isTrue();
        long start = System.nanoTime();
        plans.edit(Change.of("x"), LoadSessionTest::doubled);
        thread.get().join(10_000);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(load.loadProperty().get().isAwaited()).isTrue();
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    private static Plan doubled(Plan plan) {
        return plan.withWorkload(plan.workload().withConcurrentRequests(2 * plan.workload().concurrentRequests()));
    }

    private static PlanSession session() throws Exception {
        Review review = PlanFile.read("a.json", TEXT.getBytes(StandardCharsets.UTF_8), CATALOG).review();
        return new PlanSession(review, () -> { }, System::nanoTime);
    }

    private static String evaluate(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Cli(() -> CATALOG, null, null).run(new String[] {"evaluate", file.toString(), "--json", "--plan", "a"},
                new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static double number(String json, String id) {
        Matcher matcher = Pattern.compile("\"" + Pattern.quote(id) + "\": ([-0-9.eE]+)").matcher(json);
        assertThat(matcher.find()).as(id).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
