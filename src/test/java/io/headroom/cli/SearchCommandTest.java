package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCommandTest {

    private static final String FILE = "sample-plans/mixtral-8x7b-4xa100-sxm-80.json";
    private static final String REPORT = "sample-plans/report-000.json";

    private static JsonObject json(String... args) throws Exception {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static double number(JsonObject json, String key) {
        return ((JsonNumber) json.get(key)).toDouble().orElseThrow();
    }

    @Test
    void jsonHoldsWhatTheSearchFound() throws Exception {
        JsonObject found = json("search", FILE, "--gpus", "12", "--batch", "1..64", "--threads", "2", "--json");
        Plan plan = PlanFile.read("x", Files.readAllBytes(Path.of(FILE)), Run.CATALOG).review().plans().getFirst();
        SearchResult expected = Search.run(SearchSpace.of(plan, GpuCounts.upTo(12)).withBatchesUpTo(64));

        assertThat(number(found, "visited") + number(found, "skipped")).isEqualTo(number(found, "size"));
        assertThat(number(found, "visited")).isEqualTo(expected.visited()).isPositive();
        assertThat(number(found, "size")).isEqualTo(expected.size());
        assertThat(number(found, "passing")).isEqualTo(expected.passing());
        assertThat(number(found, "seconds")).isPositive();
        assertThat(((JsonArray) found.get("front")).items()).hasSameSizeAs(expected.front());
        JsonObject best = (JsonObject) found.get("best");
        assertThat(best.members()).hasSameSizeAs(expected.best());
        best.members().forEach((objective, value) -> isThatOfAnEstimateOfItsOwn((JsonObject) value, plan));
    }

    private static void isThatOfAnEstimateOfItsOwn(JsonObject best, Plan plan) {
        JsonObject p = (JsonObject) best.get("parallelism");
        boolean isSplit = ((io.headroom.json.JsonBoolean) p.get("sequence")).value();
        Plan there = plan.withParallelism(new Parallelism((int) number(p, "tensor"), (int) number(p, "pipeline"),
                (int) number(p, "data"), (int) number(p, "expert"), (int) number(p, "context"), isSplit, List.of()))
                .withWorkload(plan.workload().withConcurrentRequests((int) number(best, "concurrentRequests")));
        Estimate own = (Estimate) Estimator.estimate(there);
        ((JsonObject) best.get("metrics")).members().forEach((id, value) -> assertThat(
                ((JsonNumber) value).toDouble()).as(id).hasValue(own.get(Metric.byId(id).orElseThrow())));
    }

    @Test
    void textShowsTheBestTheFrontAndWhatWasRejected() {
        Run run = Run.of("search", FILE, "--gpus", "8");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("plans pass", "Best by", "Lowest TPOT", "Front", "Rejected by", "the front")
                .contains("visited ", ", skipped ");
    }

    @Test
    void aListOfGpuCountsIsSetSideBySide() throws Exception {
        Run run = Run.of("search", REPORT, "--gpus", "16,24,32,40");
        assertThat(run.out()).startsWith("No plan keeps throughput.outputTokens.perGpu; searched without.\n")
                .contains("Sweet spot by");
        JsonObject json = json("search", REPORT, "--gpus", "16,24,32,40", "--json");
        assertThat(((JsonArray) json.get("alternatives")).items()).hasSize(4);
        assertThat(number((JsonObject) json.get("sweetSpots"), "tokens-per-gpu")).isEqualTo(16);
    }

    @Test
    void acceleratorsAreSetSideBySide() throws Exception {
        Run run = Run.of("search", FILE, "--gpus", "8", "--hardware", "h100-sxm,l4,tpu7x");
        assertThat(run.out()).contains("H100 SXM", "L4", "the catalogue gives no hbmBytesPerSecond");
        JsonObject json = json("search", FILE, "--gpus", "8", "--hardware", "h100-sxm,l4,tpu7x", "--json");
        assertThat(((JsonArray) json.get("hardware")).items()).hasSize(3);
    }

    @Test
    void whichGpuSetsTheCatalogueSideBySide() throws Exception {
        String report = "sample-plans/report-003.json";
        Run run = Run.of("which-gpu", report, "--plan", "vllm_fp8_quantization", "--price", "a100-sxm-80=1.5");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("up to 8 GPUs", "H100 SXM", "$2.70", "$1.50", "the catalogue gives no ");
        JsonObject json = json("which-gpu", report, "--plan", "vllm_fp8_quantization", "--json");
        assertThat(((JsonArray) json.get("hardware")).items()).hasSameSizeAs(Run.CATALOG.gpus());
        Run unknown = Run.of("which-gpu", report, "--price", "abacus=1");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--price abacus=1.0 is none", "h100-sxm");
    }

    @Test
    void breakEvenNamesTheWinnerOfEveryStretch() throws Exception {
        Run run = Run.of("break-even", REPORT, "--plan", "16-gpus", "--with", "40-gpus", "--metric", "ttft.burst.last");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("every value tried", ": 40-gpus");
        JsonObject json = json("break-even", REPORT, "--plan", "16-gpus", "--with", "40-gpus", "--json");
        assertThat(((JsonArray) json.get("stretches")).items()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--gpus|0|from 1 to 65536", "--gpus|many|from 1 to 65536", "--batch|1..x|from 1",
        "--precision|fp7|write bf16", "--objective|best|write gpus, cost", "--front|gpus|two or three",
        "--front|ttft.p99,gpus|is no metric", "--hardware|abacus|it has ", "--threads|0|1 to 1024"})
    void whatIsNotValidIsNamedWithWhatIs(String option, String value, String message) {
        Run run = Run.of("search", FILE, option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }
}
