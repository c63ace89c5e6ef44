package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertaintyCommandTest {

    private static final String FILE = "sample-plans/mixtral-8x7b-4xa100-sxm-80.json";
    private static final String RANGE = "assumptions.mbu=0.5..0.9";

    @Test
    void textNamesRangesChancesAndWhatDrivesTheWidth() {
        Run run = Run.of("uncertainty", FILE, "--range", RANGE, "--range", "workload.concurrentRequests=8..64");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" samples, seed 1", "MBU", "memory suffices", "TPOT at steady load",
                "whose range moves it", "Concurrent requests ");
    }

    @Test
    void jsonHasBandsChancesAndDriversAndTheSeedDecides(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("p.json");
        Files.writeString(file, """
                {"format": "headroom/plan", "version": 1, "plans": [{"name": "a", "model": "llama-3.1-8b",
                  "hardware": {"gpu": "h100-sxm", "pricePerGpuHour": 3}, "assumptions": {"profile": "plan"},
                  "ranges": {"hardware.pricePerGpuHour": [2, 5]},
                  "requirements": [{"metric": "cost.perHour", "atMost": 3.2, "unit": "USD/hour"}]}]}""");
        JsonObject plan = plan("uncertainty", file.toString(), "--json", "--samples", "20000");
        JsonArray band = (JsonArray) ((JsonObject) plan.get("bands")).get("cost.perHour");
        // the triangle 2, 3, 5 of one GPU: UncertaintyTest
        assertThat(number(band, 0)).isBetween(2.53, 2.57);
        assertThat(number(band, 1)).isBetween(3.25, 3.29);
        assertThat(number(band, 2)).isBetween(4.19, 4.26);
        JsonObject chance = (JsonObject) ((JsonArray) plan.get("chances")).items().getFirst();
        assertThat(((JsonNumber) chance.get("chance")).toDouble().orElseThrow()).isBetween(0.45, 0.47);
        assertThat(plan("uncertainty", file.toString(), "--json", "--threads", "3").toJson())
                .isEqualTo(plan("uncertainty", file.toString(), "--json", "--threads", "1").toJson())
                .isNotEqualTo(plan("uncertainty", file.toString(), "--json", "--seed", "2").toJson());
    }

    private static JsonObject plan(String... args) throws Exception {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        JsonObject all = (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        return (JsonObject) ((JsonArray) all.get("plans")).items().getFirst();
    }

    private static double number(JsonArray array, int index) {
        return ((JsonNumber) array.items().get(index)).toDouble().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--range|mfu=0.1..0.2|may have a range: write workload.concurrentRequests",
        "--range|assumptions.mfu=0.5|is no range", "--range|assumptions.mfu=0.7..0.5|both from 0.01 to 1",
        "--range|assumptions.mfu=0.5..1.5|both from 0.01 to 1", "--range|workload.inputTokens=1.5..2|both whole",
        "--samples|0|from", "--samples|10000000|from", "--threads|0|1 to 1024", "--seed|1|Nothing is uncertain"})
    void whatIsNotValidIsNamed(String option, String value, String message) {
        Run run = Run.of("uncertainty", FILE, option, value);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message.replace("from", option.equals("--samples") ? "out of range" : "from"));
    }

    @Test
    void aPessimisticSearchSaysWhatItTakes() {
        Run run = Run.of("search", FILE, "--gpus", "8", "--pessimistic", "--range", RANGE);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("At the worse end of every range: MBU 50");
        Run none = Run.of("search", FILE, "--gpus", "8", "--pessimistic");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--pessimistic needs a range");
    }
}
