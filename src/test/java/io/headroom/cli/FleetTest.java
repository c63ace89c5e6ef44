package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cli.input.ExitCode;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums that the output states are added up again from its parts. */
class FleetTest {

    private static final String SAMPLE = "sample-plans/fleets/three-demands.json";

    @TempDir
    private Path folder;

    private String fleet(String limit, int available) throws IOException {
        return Files.writeString(folder.resolve("fleet.json"), """
                { "format": "headroom/fleet", "version": 1, "gpus": [ { "gpu": "l4", "available": %d } ],
                  "demands": [ { "name": "chat", "model": "llama-3.1-8b", "requestsPerSecond": 90,
                    "workload": { "inputTokens": 500, "outputTokens": 100 }, "requirements": [ %s ] } ] }
                """.formatted(available, limit)).toString();
    }

    private static double number(JsonObject object, String key) {
        return ((JsonNumber) object.get(key)).toDouble().orElseThrow();
    }

    private static String text(JsonObject object, String key) {
        return ((JsonText) object.get(key)).value();
    }

    private static List<JsonObject> items(JsonObject object, String key) {
        return ((JsonArray) object.get(key)).items().stream().map(JsonObject.class::cast).toList();
    }

    @Test
    void theSampleIsCarriedAndItsSumsAddUp() throws Exception {
        Run run = Run.of("fleet", SAMPLE, "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonObject out = (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        // requests a second of the file, at its utilization of 0.8
        Map<String, Double> required = Map.of("chat", 150.0, "code", 15.0, "documents", 5.0);
        for (String objective : List.of("cost", "gpus")) {
            JsonObject answer = (JsonObject) ((JsonObject) out.get("answers")).get(objective);
            assertThat(text(answer, "outcome")).isEqualTo("carried");
            assertThat(number(answer, "gap")).isZero();
            Map<String, Double> carried = new HashMap<>();
            double gpus = 0;
            for (JsonObject d : items(answer, "deployments")) {
                JsonObject replica = (JsonObject) d.get("replica");
                assertThat(number(d, "gpus")).isEqualTo(number(d, "replicas") * number(replica, "gpus"));
                carried.merge(text(d, "demand"), number(d, "requestsPerSecond"), Double::sum);
                gpus += number(d, "gpus");
            }
            assertThat(gpus).isEqualTo(number(answer, "gpus"));
            required.forEach((demand, rate) -> assertThat(carried.get(demand)).as(demand).isGreaterThanOrEqualTo(rate));
            JsonObject byType = (JsonObject) answer.get("gpusByType");
            assertThat(number(byType, "H100 SXM")).isLessThanOrEqualTo(64);
            assertThat(number(byType, "H200 SXM")).isLessThanOrEqualTo(64);
        }
        assertThat(items(out, "offers")).hasSize(9);
    }

    @Test
    void theTextNamesDemandLayoutAndShare() {
        Run run = Run.of("fleet", SAMPLE);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("80 % of what replicas carry", "Least cost: ", "Fewest GPUs: ", "chat", "code",
                "documents", "of 64");
    }

    @Test
    void whatCannotBeCarriedSaysByHowMuch() throws IOException {
        Run run = Run.of("fleet", fleet("{ \"metric\": \"tpot.steady\", \"atMost\": 1, \"unit\": \"ms\" }", 8));
        assertThat(run.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(run.out()).contains("no demand has a layout that passes", "every layout that fits misses a limit",
                "nearest: ", "tpot.steady is ", "the limit 1.00 ms");
        Run few = Run.of("fleet", fleet("", 1));
        assertThat(few.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(few.out()).contains("there are too few GPUs; with as many as are wanted it would take ");
    }

    @Test
    void aLimitThatNoEstimateHasIsRefusedWhereItStands() throws IOException {
        Run run = Run.of("fleet", fleet("{ \"metric\": \"tpot.p99\", \"atMost\": 1, \"unit\": \"ms\" }", 8));
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(run.err()).contains("/demands/0/requirements/0", "tpot.p99", "percentiles not among them");
        Run unit = Run.of("fleet", fleet("{ \"metric\": \"tpot.steady\", \"atMost\": 1, \"unit\": \"GB\" }", 8));
        assertThat(unit.err()).contains("the unit \"GB\" for tpot.steady", "ms");
    }

    @Test
    void filesThatAreNoFleetAreRefused() {
        assertThat(Run.of("fleet", "sample-plans/report-000.json").exitCode()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(Run.of("fleet", folder.resolve("none.json").toString()).exitCode()).isEqualTo(ExitCode.FAILED);
    }
}
