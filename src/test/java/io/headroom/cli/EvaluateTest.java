package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cli.input.ExitCode;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonBoolean;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateTest {

    private static final String REPORT = "sample-plans/report-000.json";

    @TempDir
    private Path folder;

    static Stream<Path> samples() throws IOException {
        return Files.list(Path.of("sample-plans")).filter(Files::isRegularFile).sorted();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void jsonHoldsTheEstimatorsNumbersBitForBit(Path sample) throws Exception {
        Run run = Run.of("evaluate", sample.toString(), "--json");
        List<Plan> plans = PlanFile.read("x", Files.readAllBytes(sample), Run.CATALOG).review().plans();
        JsonArray written = plans(run);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(written.items()).hasSameSizeAs(plans);
        for (int i = 0; i < plans.size(); i++) {
            JsonObject plan = (JsonObject) written.items().get(i);
            JsonObject metrics = (JsonObject) plan.get("metrics");
            Estimate estimate = (Estimate) Estimator.estimate(plans.get(i));
            assertThat(((JsonText) plan.get("name")).value()).isEqualTo(plans.get(i).name());
            for (Metric metric : Metric.values()) {
                double expected = estimate.get(metric);
                if (Double.isFinite(expected)) {
                    assertThat(((JsonNumber) metrics.get(metric.id())).toDouble()).as(metric.id())
                            .hasValue(expected);
                } else {
                    assertThat(metrics.get(metric.id())).as(metric.id()).isNull();
                }
            }
        }
    }

    // the number stands in the profile, vllm-v1/hopper/qwen3-32b; one engine that nobody measured, and one value of the plan's own
    @Test
    void saysToHowManyMeasurementsOfTheModelAnAssumptionWasFitted() throws Exception {
        String file = file("""
                {"plans": [{"name": "a", "model": "qwen3-32b", "hardware": {"gpu": "h100-sxm"},
                  "assumptions": {"profile": "calibrated", "engine": "vllm-v1", "mbu": 0.8}},
                 {"name": "b", "model": "qwen3-32b", "hardware": {"gpu": "h100-sxm"},
                  "assumptions": {"profile": "calibrated", "engine": "another"}}]}""");
        JsonArray plans = plans(Run.of("evaluate", file, "--json"));
        JsonObject fitted = (JsonObject) ((JsonObject) plans.items().get(0)).get("fittedToModel");
        assertThat(fitted.members().keySet()).containsExactly("mfu", "overheadPerLayerSeconds", "admissionSteps");
        assertThat(((JsonNumber) fitted.get("mfu")).toDouble().orElseThrow()).isEqualTo(109);
        assertThat(((JsonObject) plans.items().get(1)).members()).doesNotContainKey("fittedToModel");
    }

    @Test
    void aValidatedPlanHasItsBands() throws Exception {
        String file = file("""
                {"plans": [{"name": "a", "model": "llama-3.1-8b", "hardware": {"gpu": "h100-sxm", "pricePerGpuHour": 2},
                  "assumptions": {"engine": "vllm"}, "requirements": [
                    {"metric": "tpot.steady", "atMost": 1000, "unit": "ms"},
                    {"metric": "ttft.p99", "atMost": 1000, "unit": "s"}]},
                 {"name": "b", "model": "llama-3.1-8b", "hardware": {"gpu": "h100-sxm"},
                  "assumptions": {"engine": "vllm", "mbu": 0.8}}]}""");
        JsonArray plans = plans(Run.of("evaluate", file, "--json"));
        JsonObject validated = (JsonObject) plans.items().get(0);
        JsonObject metrics = (JsonObject) validated.get("metrics");
        JsonObject bands = (JsonObject) validated.get("bands");

        assertThat(bands.members().keySet()).contains("ttft.alone", "tpot.steady", "e2e.steady", "decode.step",
                "throughput.outputTokens.perGpu", "cost.perMillionTokens", "ttft.p99").doesNotContain("memory.weights",
                "cost.perHour", "cost.perDay");
        bands.members().forEach((id, ends) -> {
            double value = ((JsonNumber) metrics.get(id)).toDouble().orElseThrow();
            assertThat(((JsonNumber) ((JsonArray) ends).items().get(0)).toDouble().orElseThrow()).isLessThanOrEqualTo(
                    value);
            assertThat(((JsonNumber) ((JsonArray) ends).items().get(1)).toDouble().orElseThrow())
                    .isGreaterThanOrEqualTo(value);
        });
        // measurements are of means and medians, and there are some of vLLM on Hopper
        assertThat(((JsonArray) validated.get("extrapolated")).items()).isNotEmpty().allMatch(id ->
                ((JsonText) id).value().matches("(ttft|tpot|e2e)\\.p\\d\\d"));
        assertThat(((JsonText) validated.get("verdict")).value()).isEqualTo("meets");
        assertThat(((JsonObject) ((JsonObject) plans.items().get(1)).get("bands")).members()).isEmpty();
    }

    @Test
    void percentilesAreJudgedByPlayingThePlanThrough() throws Exception {
        String text = """
                {"plans": [{"name": "a", "model": "llama-3.1-8b", "hardware": {"gpu": "h100-sxm"},
                  "assumptions": {"profile": "plan"}, "workload": {"concurrentRequests": 8}, "requirements": [
                    {"metric": "tpot.p90", "atMost": LIMIT, "unit": "ms"}]}]}""";
        Run met = Run.of("check", file(text.replace("LIMIT", "100")));
        Run missed = Run.of("check", file(text.replace("LIMIT", "1")));

        assertThat(met.out()).contains("tpot.p90 met");
        assertThat(met.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(missed.out()).contains("tpot.p90 missed");
        assertThat(missed.exitCode()).isEqualTo(ExitCode.MISSED);
    }

    @Test
    void jsonHasTheKeysOfTheDocumentation() throws Exception {
        JsonObject plan = (JsonObject) plans(Run.of("evaluate", REPORT, "--json", "--plan", "24-gpus")).items().get(0);

        assertThat(plan.members().keySet()).containsExactly("name", "metrics", "bands", "extrapolated", "legal", "fits",
                "verdict", "requirements", "findings", "holds", "shortfalls", "binding", "ratings", "questions");
        assertThat(((JsonBoolean) plan.get("legal")).value()).isTrue();
        assertThat(((JsonBoolean) plan.get("fits")).value()).isTrue();
        assertThat(((JsonText) plan.get("verdict")).value()).isEqualTo("misses");
        JsonObject finding = (JsonObject) ((JsonArray) plan.get("findings")).items().get(0);
        assertThat(finding.members().keySet()).containsExactly("severity", "rule", "text", "source", "fixes");
        JsonArray findings = (JsonArray) plan.get("findings");
        JsonObject surplus = (JsonObject) findings.items().get(findings.items().size() - 1);
        JsonObject fix = (JsonObject) ((JsonArray) surplus.get("fixes")).items().get(0);
        assertThat(fix.members().keySet()).containsExactly("label", "change", "effect", "clean", "verdict", "metrics");
        // the report's 24 GPUs are EP 4, PP 2, DP 3: without the pipeline 12
        assertThat(((JsonText) fix.get("label")).value()).isEqualTo("PP 2 → 1");
        assertThat(((JsonNumber) ((JsonObject) fix.get("metrics")).get("gpus")).toDouble()).hasValue(12);
        JsonObject rating = (JsonObject) ((JsonArray) plan.get("ratings")).items().get(0);
        assertThat(rating.members().keySet()).containsExactly("degree", "value", "grade", "reason");
        JsonObject answer = (JsonObject) ((JsonArray) plan.get("questions")).items().get(0);
        assertThat(answer.members().keySet()).containsExactly("question", "kind", "value", "text");
        assertThat(((JsonArray) plan.get("holds")).items()).isNotEmpty();
        assertThat(((JsonText) finding.get("severity")).value()).isEqualTo("warning");
        JsonObject requirement = (JsonObject) ((JsonArray) plan.get("requirements")).items().get(0);
        assertThat(requirement.members().keySet()).containsExactly("metric", "status", "value", "limit", "factor");
        assertThat(((JsonText) requirement.get("status")).value()).isEqualTo("impossible");
        // 100 tokens/ms
        assertThat(((JsonNumber) requirement.get("limit")).toDouble()).hasValue(100e3);
    }

    @Test
    void aPlanWithoutNumbersHasNoMetrics() throws Exception {
        Path file = changed("\"expert\": 4", "\"expert\": 3, \"tensor\": 2", "\"tensor\": 1,", "");
        JsonObject plan = (JsonObject) plans(Run.of("evaluate", file.toString(), "--json")).items().get(0);

        assertThat(((JsonObject) plan.get("metrics")).members()).isEmpty();
        assertThat(((JsonText) plan.get("verdict")).value()).isEqualTo("not-legal");
        assertThat(((JsonBoolean) plan.get("legal")).value()).isFalse();
        assertThat(((JsonBoolean) plan.get("fits")).value()).isFalse();
        assertThat(Run.of("evaluate", file.toString(), "--plan", "24-gpus").out()).contains("No numbers",
                "EP 3 GPUs cannot be split into attention ranks of TP x CP = 2.", "unknown: ");
    }

    @Test
    void textNamesEveryMetricThatHasANumber() throws Exception {
        Run run = Run.of("evaluate", REPORT, "--plan", "24-gpus");
        Estimate estimate = (Estimate) Estimator.estimate(
                PlanFile.read("x", Files.readAllBytes(Path.of(REPORT)), Run.CATALOG).review().plans().get(0));

        assertThat(run.exitCode()).isZero();
        for (Metric metric : Metric.values()) {
            assertThat(run.out().contains("  " + metric.id() + "\n")).as(metric.id())
                    .isEqualTo(!Double.isNaN(estimate.get(metric)));
        }
        assertThat(run.out()).startsWith("24-gpus: ✗ Misses limits (by the plan's assumptions)\n")
                .contains("8.33× too little").contains("TP 1 · PP 2 · DP 3 · EP 4").doesNotContain("16-gpus");
    }

    @Test
    void textSaysThatNumbersOfAPlanThatDoesNotFitAreHypothetical() throws Exception {
        // 20 GB of weights on a card of 10 GB
        Path file = changed("\"gpusPerNode\": 8", "\"gpusPerNode\": 8, \"x\": 1", "\"gpu\": \"plan-generic-64g\"",
                "\"gpu\": {\"basedOn\": \"plan-generic-64g\", \"hbmBytes\": 10e9}");
        Run run = Run.of("evaluate", file.toString(), "--plan", "24-gpus");

        assertThat(run.out()).startsWith("24-gpus: ✗ Does not fit").contains("what would be if it fitted");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void textSaysThatNumbersOfAPlanThatIsNotLegalAreHypothetical() throws Exception {
        // 16 heads on 3 GPUs: 5 and a third each
        Path file = changed("\"tensor\": 1, \"pipeline\": 2, \"data\": 3, \"expert\": 4",
                "\"tensor\": 3, \"pipeline\": 2, \"data\": 3, \"expert\": 3");
        Run run = Run.of("evaluate", file.toString(), "--plan", "24-gpus");

        assertThat(run.out()).startsWith("24-gpus: ✗ Not legal").contains("what would be if it were legal")
                .doesNotContain("if it fitted");
    }

    @Test
    void aPlanNameThatIsWrongListsTheNames() {
        Run run = Run.of("evaluate", REPORT, "--plan", "25-gpus");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("There is no plan \"25-gpus\". The file has: \"24-gpus\", \"16-gpus\", "
                + "\"32-gpus\", \"40-gpus\", \"top-2\"\n");
    }

    @Test
    void namesCannotForgeLines() throws Exception {
        Path file = changed("\"name\": \"24-gpus\"", "\"name\": \"a\\nb: ✓ Meets\\u202e\"");
        Run run = Run.of("check", file.toString());

        assertThat(run.out()).startsWith("a\\u000ab: ✓ Meets\\u202e: ✗ Misses limits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr", "hi", "de"})
    void everyLocaleGetsTheSameBytes(String tag) {
        Locale before = Locale.getDefault();
        Run text = Run.of("evaluate", REPORT);
        Run json = Run.of("evaluate", REPORT, "--json");
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Run.of("evaluate", REPORT)).isEqualTo(text);
            assertThat(Run.of("evaluate", REPORT, "--json")).isEqualTo(json);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static JsonArray plans(Run run) throws Exception {
        JsonValue value = JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(((JsonObject) value).members().keySet()).containsExactly("plans");
        return (JsonArray) ((JsonObject) value).get("plans");
    }

    private String file(String plans) throws IOException {
        String text = plans.replaceFirst("\\{", "{\"format\": \"headroom/plan\", \"version\": 1, ");
        return Files.writeString(folder.resolve("made.json"), text).toString();
    }

    private Path changed(String... fromTo) throws IOException {
        String text = Files.readString(Path.of(REPORT));
        for (int i = 0; i < fromTo.length; i += 2) {
            assertThat(text).contains(fromTo[i]);
            text = text.replace(fromTo[i], fromTo[i + 1]);
        }
        return Files.writeString(folder.resolve("plan.json"), text);
    }
}
