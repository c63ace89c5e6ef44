package io.headroom.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Attention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.Provenance;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.Problem;
import io.headroom.json.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inline models: what is taken where they are silent, and what is said where they are wrong. */
class ModelReaderTest {

    private static final String DENSE = """
            {"layers": 2, "hidden": 8, "vocabulary": 16, "maxContextTokens": 64,
             "attention": {"kind": "gqa", "heads": 4, "kvHeads": 2, "headDim": 2},
             "ffn": {"width": 32}}
            """;

    @Test
    void aShortModelTakesTheDefaults() throws Exception {
        Problems problems = new Problems("plan.json");
        ModelSpec model = read(DENSE, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(model.id()).isEqualTo("mine");
        assertThat(model.name()).isEqualTo("mine");
        assertThat(model.provenance()).isEqualTo(Provenance.USER);
        assertThat(model.shape().attention()).isEqualTo(new Attention.GroupedQuery(4, 2, 2, false));
        // by hand: attention 8(4+2·2)2 + 4·2·8 = 192, FFN 3·8·32 = 768, norms 16; embedding and head 128 each, norm 8
        assertThat(model.parameters().total()).isEqualTo(2 * (192 + 768 + 16) + 2 * 128 + 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'\"layers\": 2, '; ''; ''; no \"layers\"; a whole number from 1 to 4096",
        "'\"layers\": 2'; '\"layers\": \"2\"'; /layers; \"2\" (text); a whole number from 1 to 4096, without quotes",
        "'\"layers\": 2'; '\"layers\": 1.5'; /layers; 1.5; a whole number from 1 to 4096",
        "'\"kvHeads\": 2'; '\"kvHeads\": 3'; /attention/kvHeads; 3; a divisor of the 4 heads",
        "', \"headDim\": 2'; ''; /attention; no \"headDim\"; a whole number from 1 to 65536",
        "'\"kind\": \"gqa\", '; ''; /attention; no \"kind\"; 'one of gqa, mla'",
        "'\"gqa\"'; '\"gla\"'; /attention/kind; \"gla\" (text); 'one of gqa, mla (nearest: gqa, mla)'",
        "'\"width\": 32'; '\"matrices\": 3'; /ffn; no \"width\"; a whole number from 1 to 16777216",
        "'\"ffn\": {\"width\": 32}'; '\"moe\": {\"experts\": 4, \"topK\": 5, \"expertWidth\": 8}'; /moe/topK; 5; "
            + "a whole number from 1 to 4",
    })
    void aWrongModelIsRefusedAtItsPlace(String old, String now, String pointer, String found, String allowed)
            throws Exception {
        Problems problems = new Problems("plan.json");
        assertThat(read(DENSE.replace(old, now), problems)).isNull();
        assertThat(problems.list()).hasSize(1);
        Problem problem = problems.list().getFirst();
        assertThat(List.of(problem.at().pointer(), problem.found(), problem.allowed()))
                .containsExactly(pointer, found, allowed);
        assertThat(problem.at().line()).isPositive();
    }

    @Test
    void aModelWithoutFeedForwardLayersIsRefused() throws Exception {
        Problems problems = new Problems("plan.json");
        assertThat(read(DENSE.replace("\"ffn\"", "\"feedForward\""), problems)).isNull();
        assertThat(problems.list()).singleElement()
                .satisfies(p -> assertThat(p.allowed()).contains("width").contains("moe"));
    }

    @Test
    void everyProblemIsSaidAtOnceAndNoneThatFollowsFromAnother() throws Exception {
        Problems problems = new Problems("plan.json");
        assertThat(read("{\"layers\": 0, \"attention\": {\"kind\": \"gqa\", \"kvHeads\": 8, \"headDim\": 4},"
                + " \"moe\": {\"topK\": 2, \"expertWidth\": 8, \"denseFirst\": 3}, \"ffn\": {\"width\": 8}}", problems))
                .isNull();
        // layers; hidden, vocabulary and maxContextTokens missing; attention without heads; moe without experts
        assertThat(problems.list()).hasSize(6);
    }

    @Test
    void onlyDenseLayersNeedAnFfnWidth() throws Exception {
        String moe = "\"moe\": {\"experts\": 4, \"topK\": 2, \"expertWidth\": 8";
        assertThat(read(DENSE.replace("\"ffn\": {\"width\": 32}", moe + "}"), new Problems("plan.json"))).isNotNull();
        for (String more : List.of("\"every\": 2", "\"denseFirst\": 1")) {
            Problems problems = new Problems("plan.json");
            assertThat(read(DENSE.replace("\"ffn\": {\"width\": 32}", moe + ", " + more + "}"), problems)).isNull();
            assertThat(problems.list()).singleElement().satisfies(p -> assertThat(p.found()).contains("ffn"));
        }
    }

    // every value in turn replaced by something hostile: a model or a problem, nothing else
    @ParameterizedTest
    @ValueSource(strings = {"deepseek-v3", "gpt-oss-20b", "qwen3.5-35b-a3b", "llama-4-maverick"})
    void hostileValuesAreRefusedOrTaken(String id) throws Exception {
        String json = CatalogFiles.load().modelJson(id).orElseThrow().toJson();
        int refused = 0;
        Matcher value = Pattern.compile("(?<=\":)(\"[^\"]*\"|[^,{}\\[\\]\"]+)").matcher(json);
        while (value.find()) {
            for (String hostile : List.of("null", "-1", "0", "1", "\"x\"", "[]", "{}", "1073741824", "true")) {
                Problems problems = new Problems("plan.json");
                ModelSpec model = read(json.substring(0, value.start()) + hostile + json.substring(value.end()),
                        problems);
                assertThat(model == null).isEqualTo(!problems.isEmpty());
                refused += model == null ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(60);
    }

    private static ModelSpec read(String json, Problems problems) throws Exception {
        return ModelReader.read(
                Fields.of(JsonReader.read("plan.json", json.getBytes(StandardCharsets.UTF_8)), problems), "mine");
    }
}
