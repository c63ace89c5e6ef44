package io.headroom.catalog.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.LayerKind;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.catalog.read.CatalogJson;
import io.headroom.catalog.read.ModelReader;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.Problems;
import io.headroom.metamorphic.plans.Vary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports of configuration files: equal to the catalogue where they are whole, and never a silent guess. */
class HuggingFaceImportTest {

    private static final Path FOLDER = Path.of("src/test/resources/huggingface");
    private static final Catalog CATALOG = CatalogFiles.load();

    @ParameterizedTest
    @MethodSource("files")
    void anImportHasTheShapeOfTheCatalogueEntry(String id) throws Exception {
        assertThat(imported(file(id)).spec().shape()).isEqualTo(shapeSaidBy(file(id), id));
    }

    /** Blocks of FP8 weights are said by the configuration of the FP8 checkpoint only; the catalogue means that one. */
    private static Shape shapeSaidBy(String config, String id) {
        Shape s = CATALOG.model(id).orElseThrow().shape();
        boolean saysBlocks = config.contains("\"weight_block_size\"");
        assertThat(saysBlocks && !s.blockScaledFp8()).isFalse();
        return Vary.blocks(s, saysBlocks);
    }

    @ParameterizedTest
    @MethodSource("files")
    void anImportIsSavedAndReadBackEqual(String id) throws Exception {
        ModelSpec spec = imported(file(id)).spec();
        Problems problems = new Problems("saved");
        byte[] saved = CatalogJson.of(spec).getBytes(StandardCharsets.UTF_8);
        ModelSpec back = ModelReader.read(Fields.of(JsonReader.read("saved", saved), problems), "other");
        assertThat(problems.list()).isEmpty();
        assertThat(back).isEqualTo(spec);
        assertThat(back.provenance()).isEqualTo(spec.provenance());
    }

    @Test
    void aWholeFileLeavesNothingToRemark() throws Exception {
        assertThat(imported(file("qwen3-235b-a22b")).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "llama-3.1-8b; head_dim not given: taken = hidden_size / num_attention_heads = 128, as the library does",
        "qwen2.5-7b; sliding_window given but use_sliding_window is not true: every layer is full",
        "deepseek-v3; quantization_config given: the formats are the plan's own choice, set its precision",
        "deepseek-v3; weight_block_size given: taken, weights in FP8 have a scale a block",
        "deepseek-v3; num_nextn_predict_layers given: layers for multi-token prediction are not counted",
        "deepseek-v3.2; index_topk given: sparse attention counts as full and its indexer is not counted",
        "qwen3-next-80b-a3b; attention output gate: taken, as the library does for this architecture",
        "qwen3.5-35b-a3b; vision_config given: only the language model is taken",
        "llama-4-maverick; tie_word_embeddings not given: taken = false, as the library does",
        "llama-4-maverick; attention_chunk_size given: chunked attention counts as full"})
    void everyDefaultAndEverythingLeftOutIsSaid(String id, String remark) throws Exception {
        Imported imported = imported(file(id));
        assertThat(imported.remarks()).contains(remark);
        assertThat(imported.spec().provenance().note()).contains(remark);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'\"num_key_value_heads\": 8,'; ''", "'\"num_key_value_heads\": 8'; '\"num_key_value_heads\": null'"})
    void keyValueHeadsDefaultToTheHeads(String old, String now) throws Exception {
        // transformers' LlamaConfig: num_key_value_heads = num_attention_heads where it is not given
        Imported imported = imported(file("llama-3.1-8b").replace(old, now));
        assertThat(imported.spec().shape().attention()).isEqualTo(new Attention.GroupedQuery(32, 32, 128, false));
        assertThat(imported.remarks()).contains(
                "num_key_value_heads not given: taken = num_attention_heads, as the library does");
    }

    @Test
    void theArchitectureServesWhereThereIsNoModelType() throws Exception {
        String config = file("mixtral-8x7b").replace("\"model_type\": \"mixtral\",", "");
        assertThat(imported(config).spec().shape()).isEqualTo(CATALOG.model("mixtral-8x7b").orElseThrow().shape());
    }

    // transformers' MistralConfig: 4096 where sliding_window is absent, none where it is null
    @ParameterizedTest
    @CsvSource({"'', 4096", "'\"sliding_window\": 1024,', 1024"})
    void mistralSlidesUnlessItSaysNull(String now, int window) throws Exception {
        ModelSpec spec = imported(file("mistral-nemo-12b").replace("\"sliding_window\": null,", now)).spec();
        assertThat(spec.shape().slidingWindow()).isEqualTo(new SlidingWindow(window, 0));
        assertThat(spec.layerCounts().count(LayerKind.SLIDING_DENSE)).isEqualTo(40);
    }

    // transformers' Qwen2Config: layers from max_window_layers on slide
    @ParameterizedTest
    @CsvSource({"28, 0, false", "0, 28, false", "20, 0, true"})
    void qwenSlidesBehindItsFirstLayers(int maxWindowLayers, int sliding, boolean bound) throws Exception {
        Imported imported = imported(file("qwen2.5-7b")
                .replace("\"use_sliding_window\": false", "\"use_sliding_window\": true")
                .replace("\"max_window_layers\": 28", "\"max_window_layers\": " + maxWindowLayers));
        assertThat(imported.spec().layerCounts().count(LayerKind.SLIDING_DENSE)).isEqualTo(sliding);
        assertThat(imported.remarks().stream().anyMatch(r -> r.contains("upper bounds"))).isEqualTo(bound);
    }

    @Test
    void gptOssAlternatesWithoutAList() throws Exception {
        String config = file("gpt-oss-20b").replaceAll("(?s)\"layer_types\": \\[.*?\\],", "");
        Imported imported = imported(config);
        assertThat(imported.spec().shape()).isEqualTo(CATALOG.model("gpt-oss-20b").orElseThrow().shape());
        assertThat(imported.remarks())
                .contains("layer_types not given: taken = sliding and full in turn, as the library does");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "llama-3.1-8b; `\"hidden_size\": 4096,`; ``; ``; no \"hidden_size\"",
        "llama-3.1-8b; \"num_hidden_layers\": 32; \"num_hidden_layers\": \"32\"; /num_hidden_layers; \"32\" (text)",
        "llama-3.1-8b; \"hidden_size\": 4096; \"hidden_size\": 4097; /hidden_size; 4097 and no \"head_dim\"",
        "llama-3.1-8b; \"num_key_value_heads\": 8; \"num_key_value_heads\": 5; /num_key_value_heads; 5",
        "llama-3.1-8b; \"llama\"; \"mamba2\"; /model_type; not supported: mamba2",
        "llama-3.1-8b; LlamaForCausalLM; MambaForCausalLM; /architectures; not supported: MambaForCausalLM",
        "deepseek-v3; `\"q_lora_rank\": 1536,`; ``; ``; no \"q_lora_rank\"",
        "deepseek-v3; \"moe_layer_freq\": 1; \"moe_layer_freq\": 2; /moe_layer_freq; 2",
        "deepseek-v3; \"num_experts_per_tok\": 8; \"num_experts_per_tok\": 300; /num_experts_per_tok; 300",
        "glm-5; `[\n    \"dense\"`; `[\n    \"sparse\"`; /mlp_layer_types; layer 2 is dense",
        "gpt-oss-20b; `[\n    \"sliding`; `[\n    \"full`; /layer_types; layer 2 is sliding_attention",
        "gpt-oss-20b; `[\n    \"sliding_attention\"`; `[\n    \"mamba\"`; /layer_types/0; \"mamba\" (text)",
        "gpt-oss-20b; \"num_hidden_layers\": 24; \"num_hidden_layers\": 25; /layer_types; 24 layers",
        "qwen3-235b-a22b; \"mlp_only_layers\": []; \"mlp_only_layers\": [7]; /mlp_only_layers; a dense layer that is not "
            + "among the first",
        "qwen3.5-35b-a3b; `\"linear_num_key_heads\": 16,`; ``; /text_config; no \"linear_num_key_heads\"",
        "qwen3.5-35b-a3b; `\"hidden_size\": 2048,`; ``; /text_config; no \"hidden_size\""})
    void whatCannotBeReadIsRefusedAtItsPlace(String id, String old, String now, String pointer, String found)
            throws Exception {
        String config = file(id);
        assertThat(config).contains(old);
        assertThatThrownBy(() -> imported(config.replaceFirst(Pattern.quote(old), now)))
                .isInstanceOfSatisfying(JsonRefused.class, e -> assertThat(e.problems()).singleElement()
                        .satisfies(p -> {
                            assertThat(p.at().pointer()).isEqualTo(pointer);
                            assertThat(p.found()).isEqualTo(found);
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"model_type\": \"mamba2\"}", "{\"architectures\": [\"T5\"]}", "{}"})
    void aRefusalListsWhatIsSupportedAndWhatWasLookedFor(String config) {
        assertThatThrownBy(() -> imported(config)).isInstanceOf(JsonRefused.class)
                .hasMessageContaining("model_type").hasMessageContaining("architectures")
                .hasMessageContaining("text_config").hasMessageContaining(String.join(", ",
                        config.contains("T5") ? Family.architectures() : HuggingFaceImport.supportedTypes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{\"text_config\": 3, \"model_type\": \"llama\"}",
        "{\"model_type\": 3, \"architectures\": 4}"})
    void whatIsNoConfigurationIsRefused(String config) {
        assertThatThrownBy(() -> imported(config)).isInstanceOf(JsonRefused.class);
    }

    // every value in turn replaced by something hostile: a model or a refusal, nothing else
    @ParameterizedTest
    @MethodSource("files")
    void hostileValuesAreRefusedOrTaken(String id) throws Exception {
        String config = file(id);
        int refused = 0;
        Matcher value = Pattern.compile("(?<=: )[^,{}\\[\\]\\s]+").matcher(config);
        while (value.find()) {
            for (String hostile : List.of("null", "-1", "0", "1", "\"x\"", "[]", "{}", "1073741824", "true")) {
                try {
                    imported(config.substring(0, value.start()) + hostile + config.substring(value.end()));
                } catch (JsonRefused e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(30);
    }

    static Stream<String> files() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".json"))
                    .map(f -> f.substring(0, f.length() - 5)).sorted().toList().stream();
        }
    }

    private static String file(String id) throws Exception {
        return Files.readString(FOLDER.resolve(id + ".json"));
    }

    private static Imported imported(String config) throws JsonRefused {
        return HuggingFaceImport.read("config.json", config.getBytes(StandardCharsets.UTF_8), "mine");
    }
}
