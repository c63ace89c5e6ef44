package io.headroom.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonRefused;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetFileTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static final String FLEET = """
            { "format": "headroom/fleet", "version": 1,
              "gpus": [ { "gpu": "h100-sxm" } ],
              "demands": [ { "name": "a", "model": "llama-3.1-8b", "requestsPerSecond": 2,
                "workload": { "inputTokens": 100, "outputTokens": 20 },
                "requirements": [ { "metric": "tpot.steady", "atMost": 40, "unit": "ms" } ] } ] }
            """;

    private static Fleet read(String text) throws JsonRefused {
        return FleetFile.read("fleet.json", text.getBytes(StandardCharsets.UTF_8), CATALOG);
    }

    @Test
    void defaults() throws JsonRefused {
        Fleet fleet = read(FLEET);
        assertThat(fleet.utilization()).isEqualTo(1);
        assertThat(fleet.gpusPerReplica()).isEqualTo(64);
        assertThat(fleet.requestsPerReplica()).isEqualTo(1024);
        assertThat(fleet.pools().getFirst().available()).isEqualTo(Pool.UNLIMITED);
        assertThat(fleet.pools().getFirst().name()).isEqualTo(CATALOG.gpu("h100-sxm").orElseThrow().name());
        assertThat(fleet.traffic().getFirst().plan().workload().inputTokens()).isEqualTo(100);
        assertThat(fleet.traffic().getFirst().plan().requirements()).hasSize(1);
        assertThat(fleet.requiredPerSecond(fleet.traffic().getFirst())).isEqualTo(2);
    }

    @Test
    void theSampleIsWhatItSays() throws Exception {
        Path file = Path.of("sample-plans/fleets/three-demands.json");
        Fleet fleet = FleetFile.read(file.toString(), Files.readAllBytes(file), CATALOG);
        assertThat(fleet.pools()).extracting(Pool::available).containsExactly(64, 64, 48);
        assertThat(fleet.pools().get(2).hardware().pricePerGpuHour()).isEqualTo(1.2);
        assertThat(fleet.traffic()).extracting(t -> t.plan().model().id())
                .containsExactly("llama-3.1-8b", "qwen3-235b-a22b", "llama-3.1-70b");
        assertThat(fleet.requiredPerSecond(fleet.traffic().getFirst())).isEqualTo(150);
    }

    /** Each: what is changed in the file, what it becomes, where it is refused and how. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "headroom/fleet | headroom/plan | fleet.json:1:13 /format",
        "\"version\": 1 | \"version\": 2 | /version",
        "\"version\": 1, | \"version\": 1, \"utilisation\": 0.8, | the unknown key \"utilisation\"",
        "\"version\": 1, | \"version\": 1, \"utilization\": 1.1, | /utilization",
        "\"gpu\": \"h100-sxm\" | \"gpu\": \"h100\" | /gpus/0/gpu",
        "\"gpu\": \"h100-sxm\" | \"available\": 8 | no \"gpu\"",
        "\"gpu\": \"h100-sxm\" | \"gpu\": \"h100-sxm\", \"available\": 0 | /gpus/0/available",
        "\"gpu\": \"h100-sxm\" | \"gpu\": \"h100-sxm\", \"prize\": 1 | /gpus/0/prize",
        "{ \"gpu\": \"h100-sxm\" } | { \"gpu\": \"h100-sxm\" }, { \"gpu\": \"h100-sxm\" } | a second",
        "\"requestsPerSecond\": 2 | \"requestsPerSecond\": 0 | /demands/0/requestsPerSecond",
        "\"model\": \"llama-3.1-8b\", |  | no \"model\"",
        "\"outputTokens\": 20 | \"note\": 1 | no \"outputTokens\"",
        "\"outputTokens\": 20 | \"outputTokens\": 20, \"extra\": 1 | /demands/0/workload/extra",
        "\"outputTokens\": 20 | \"outputTokens\": 20, \"concurrentRequests\": 4 | /demands/0/workload/concurrentRequests",
        "\"unit\": \"ms\" | \"units\": \"ms\" | /demands/0/requirements/0/units",
        "\"name\": \"a\" | \"name\": \"a\", \"parallelism\": {} | the unknown key \"parallelism\"",
        "\"name\": \"a\", |  | no \"name\""}, delimiter = '|')
    void whatIsNotValidIsRefusedWhereItStands(String from, String to, String words) {
        assertThat(FLEET).contains(from);
        assertThatThrownBy(() -> read(FLEET.replace(from, to == null ? "" : to))).isInstanceOf(JsonRefused.class)
                .hasMessageContaining(words).hasMessageContaining("fleet.json:");
    }

    @Test
    void listsThatAreEmptyAreRefused() {
        assertThatThrownBy(() -> read("{\"format\":\"headroom/fleet\",\"version\":1,\"gpus\":[],\"demands\":[]}"))
                .hasMessageContaining("no type of accelerator").hasMessageContaining("no demand");
    }
}
