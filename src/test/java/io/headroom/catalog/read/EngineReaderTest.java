package io.headroom.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.engine.EngineSpec;
import io.headroom.catalog.engine.EngineSpec.Limits;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Engines that are like another have all of it but the name. */
class EngineReaderTest {

    @Test
    void anEngineLikeAnotherDiffersInNameOnly() throws Exception {
        Problems problems = new Problems("engine.json");
        EngineSpec known = read("""
                {"id": "known", "name": "Known 2", "sequences": 64, "batchedTokens": 512, "source": "its configuration",
                 "largeAccelerators": {"hbmBytes": 5e10, "sequences": 128, "batchedTokens": 1024}}""", Map.of(), problems);
        EngineSpec like = read("{\"id\": \"known-v1\", \"name\": \"Known 1\", \"like\": \"known\", \"source\": \"its releases\"}",
                Map.of("known", known), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(like.limits(6e10)).isEqualTo(new Limits(128, 1024));
        assertThat(like).isEqualTo(known.named("known-v1", "Known 1", "its releases"));
        assertThat(like.name()).isEqualTo("Known 1");
    }

    @Test
    void anEngineLikeOneThatNobodyKnowsIsRefusedAtItsPlace() throws Exception {
        Problems problems = new Problems("engine.json");
        read("{\"id\": \"a\", \"like\": \"nobody\", \"sequences\": 1, \"batchedTokens\": 1}", Map.of(), problems);
        assertThat(problems.list()).singleElement().asString().contains("/like").contains("nobody")
                .contains("an engine of a file before this one");
    }

    private static EngineSpec read(String json, Map<String, EngineSpec> known, Problems problems) throws Exception {
        return EngineReader.read(Fields.of(JsonReader.read("engine.json", json.getBytes(StandardCharsets.UTF_8)), problems),
                "engine", known);
    }
}
