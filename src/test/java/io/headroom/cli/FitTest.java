package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Knob;
import io.headroom.cli.input.ExitCode;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonBoolean;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example of validation.md at the command line. */
class FitTest {

    private static final String REPORT = "sample-plans/report-003.json";

    @TempDir
    Path folder;

    // report 003: 5502.63 ms and 187.08 tokens/s of FP8 were not used
    @Test
    void fitsTheOverheadToOneRowAndPredictsTheOthers() throws Exception {
        Path output = folder.resolve("new.json");
        Run run = Run.of("fit", REPORT, "--plan", "vllm", "--from", "calibrated", "--on", "e2e.steady", "--knobs",
                "overheadPerStep", "--json", "-o", output.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonObject root = (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        JsonArray rows = (JsonArray) root.get("measurements");
        assertThat(rows.items()).hasSize(15);
        assertThat(number(row(rows, "vllm:e2e.steady"), "after")).isCloseTo(7.85938, within(7.85938 * 0.001));
        assertThat(number(row(rows, "vllm_fp8_quantization:e2e.steady"), "after"))
                .isCloseTo(5.50263, within(5.50263 * 0.05));
        assertThat(number(row(rows, "vllm_fp8_quantization:throughput.outputTokens"), "after"))
                .isCloseTo(187.08, within(187.08 * 0.05));
        assertThat(((JsonBoolean) row(rows, "vllm_fp8_quantization:e2e.steady").get("used")).value()).isFalse();

        List<Plan> written = PlanFile.read("new.json", Files.readAllBytes(output), Run.CATALOG).review().plans();
        double fitted = number((JsonObject) ((JsonArray) root.get("assumptions")).items().getFirst(), "after");
        assertThat(written.get(1).assumptions().given().get(Knob.OVERHEAD_PER_STEP)).isEqualTo(fitted);
        assertThat(written.get(1).assumptions().profile().id()).isEqualTo("calibrated");
        assertThat(written.get(2).assumptions().isGiven(Knob.OVERHEAD_PER_STEP)).isFalse();
    }

    @Test
    void printsATableForPeople() {
        Run run = Run.of("fit", REPORT, "--plan", "vllm", "--on", "e2e.steady", "--knobs", "overheadPerStep");
        assertThat(run.out()).contains("overheadPerStepSeconds").contains("vllm_fp8_quantization:e2e.steady")
                .containsPattern("vllm:e2e.steady .*used");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--knobs mbu| A fit needs --on",
        "--on e2e.steady| A fit needs --knobs",
        "--on e2e.steady --knobs colour| 'colour' is no assumption that can be fitted: write mfu",
        "--on tpot.steady --knobs mbu| \"tpot.steady\" is no measured figure of this file. It has: baseline_llama_cpp:",
        "--on e2e.steady --knobs linkEfficiency| No chosen measurement depends on linkEfficiency",
        "--on e2e.steady --knobs overheadPerStep,mbu| These measurements cannot tell mbu from overheadPerStepSeconds",
        "--on e2e.steady --knobs mbu --from ideal| 'ideal' is nothing to start from: write plan or calibrated"})
    void whatCannotBeFittedIsRefusedWithItsReason(String arguments, String message) {
        List<String> all = new java.util.ArrayList<>(List.of("fit", REPORT, "--plan", "vllm"));
        all.addAll(List.of(arguments.split(" ")));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    private static JsonObject row(JsonArray rows, String id) {
        return rows.items().stream().map(JsonObject.class::cast).filter(r -> ((JsonText) r.get("id")).value().equals(id))
                .findFirst().orElseThrow();
    }

    private static double number(JsonObject object, String key) {
        JsonValue value = object.get(key);
        return ((JsonNumber) value).toDouble().orElseThrow();
    }
}
