package io.headroom.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Provenance;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of the catalogue is complete, listed and says where its numbers come from. */
class CatalogFilesTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @ParameterizedTest
    @ValueSource(strings = {"catalog/models", "catalog/gpus", "catalog/engines", "calibration"})
    void indexesListTheirFolder(String folder) throws Exception {
        Path path = Path.of("assets", folder);
        JsonValue index = JsonReader.read("index", Files.readAllBytes(path.resolve("index.json")));
        List<String> listed = ((JsonArray) index).items().stream().map(i -> ((JsonText) i).value()).toList();
        try (Stream<Path> files = Files.list(path)) {
            List<String> there = files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".json"))
                    .map(f -> f.replaceAll("[.]json$", ""))
                    .filter(f -> !List.of("index", "aliases", "bands").contains(f)).toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(there).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyEntrySaysWhereItComesFrom() {
        assertThat(CATALOG.models()).hasSize(68).allSatisfy(m -> sourced(m.provenance()));
        assertThat(CATALOG.gpus()).hasSize(42).allSatisfy(g -> sourced(g.provenance()));
        assertThat(CATALOG.profiles()).hasSize(3).allSatisfy(p -> assertThat(p.source()).isNotBlank());
    }

    // a key that nobody reads, such as a misspelt one, would be missing from what is written
    @ParameterizedTest
    @MethodSource("models")
    void everyKeyOfAModelIsRead(ModelSpec model) {
        JsonObject file = CATALOG.modelJson(model.id()).orElseThrow();
        assertThat(plain(CatalogJson.object(model))).isEqualTo(plain(file));
        assertThat(file.get("id")).isEqualTo(new JsonText(model.id(), file.get("id").at()));
    }

    @ParameterizedTest
    @MethodSource("gpus")
    void everyKeyOfAGpuIsRead(GpuSpec gpu) {
        assertThat(plain(CatalogJson.object(gpu))).isEqualTo(plain(CATALOG.gpuJson(gpu.id()).orElseThrow()));
    }

    // NVIDIA's data sheets of A100 80GB SXM, H100 SXM and H200, dense; Google's page on TPU v6e; AMD's on MI300X
    @ParameterizedTest
    @CsvSource({"a100-sxm-80, 312e12, 80e9, 2039e9, 300e9", "h100-sxm, 989e12, 80e9, 3350e9, 450e9",
        "h200-sxm, 989e12, 141e9, 4800e9, 450e9", "tpu-v6e, 918e12, 32e9, 1638e9, 400e9",
        "mi300x, 1307e12, 192e9, 5300e9, 448e9"})
    void figuresAreInSiUnits(String id, double bf16, double bytes, double bytesPerSecond, double link) {
        GpuSpec gpu = CATALOG.gpu(id).orElseThrow();
        assertThat(gpu.peakFlops()).containsEntry(NumberFormat.BF16, bf16);
        assertThat(List.of(gpu.hbmBytes(), gpu.hbmBytesPerSecond(), gpu.links().intraNodeBytesPerSecond()))
                .containsExactly(bytes, bytesPerSecond, link);
        assertThat(gpu.missingFigures()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(CATALOG.gpus().stream().filter(g -> !g.missingFigures().isEmpty()).map(GpuSpec::id))
                .containsExactly("tpu7x");
        assertThat(CATALOG.gpu("tpu7x").orElseThrow().missingFigures()).containsExactly("hbmBytesPerSecond");
    }

    @Test
    void theReportsCardSaysThatItsLinkIsAssumed() {
        GpuSpec gpu = CATALOG.gpu("plan-generic-64g").orElseThrow();
        assertThat(gpu.links().intraNodeBytesPerSecond()).isEqualTo(200e9);
        assertThat(gpu.links().gpusPerNode()).isEqualTo(8);
        assertThat(gpu.provenance().of("intraNodeBytesPerSecond")).startsWith("assumed");
        assertThat(gpu.provenance().of("hbmBytes")).contains("deployment.md");
    }

    @ParameterizedTest
    @CsvSource({"Llama 3.1 8B, llama-3.1-8b", "qwen3-253b-a22b, qwen3-235b-a22b", "gpt_oss_20b, gpt-oss-20b"})
    void anUnknownModelSuggestsTheNearest(String typed, String meant) {
        assertThat(CATALOG.model(typed)).isEmpty();
        assertThat(CATALOG.nearestModels(typed)).first().isEqualTo(meant);
    }

    @Test
    void otherUnknownNamesSuggestTheNearestToo() {
        assertThat(CATALOG.nearestGpus("H100-SXM5")).first().isEqualTo("h100-sxm");
        assertThat(CATALOG.nearestProfiles("calibrate")).containsExactly("calibrated");
        assertThat(CATALOG.nearestModels("zzzzzzzzzzzzzzzz")).isEmpty();
    }

    static Stream<ModelSpec> models() {
        return CATALOG.models().stream();
    }

    static Stream<GpuSpec> gpus() {
        return CATALOG.gpus().stream();
    }

    private static void sourced(Provenance p) {
        assertThat(p.source()).isNotBlank().isNotEqualTo(Provenance.USER.source());
        assertThat(p.confidence()).isIn("high", "medium", "low");
    }

    // without locations and spellings: 80e9 is 80000000000
    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonObject o -> new TreeMap<>(o.members().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> plain(e.getValue()))));
            case JsonArray a -> a.items().stream().map(CatalogFilesTest::plain).toList();
            case JsonNumber n -> n.toDouble().orElseThrow();
            default -> value.toJson();
        };
    }
}
