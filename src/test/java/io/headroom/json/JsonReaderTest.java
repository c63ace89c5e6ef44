package io.headroom.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locations and limits: each limit at it and one past it. Positions are counted by hand in the texts. */
class JsonReaderTest {

    @Test
    void everyValueKnowsItsPlace() throws JsonRefused {
        JsonObject o = (JsonObject) read("{\n  \"a/b\": {\"~\": [10,\n 20]}\n}");
        JsonArray list = (JsonArray) ((JsonObject) o.get("a/b")).get("~");
        assertThat(list.items().get(1).at()).hasToString("3:2 /a~1b/~0/1");
        assertThat(list.at()).hasToString("2:16 /a~1b/~0");
        assertThat(o.at()).hasToString("1:1 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{`a`: 1 `b`: 2}      | 1:9: found '`', needs a comma, or the closing bracket",
        "{`a`: }              | 1:7 /a: found '}', needs a value",
        "{`a`: [1, 2          | 1:12 /a: found the end of the file, needs the rest",
        "{`a`: `b             | 1:9 /a: found the end of the file, needs the rest of the text",
        "{`a`: tru}           | 1:7 /a: found tru, needs a value",
        "{`a`: 01}            | 1:8 /a: found 1, needs a number without leading zeros",
        "{`a`: 1} x           | 1:10: found x, needs",
        "{`a`: 1} {}          | 1:10: found '{', needs nothing more after the first value",
        "{`a`: 1}}            | 1:9: found '}', needs no closing bracket without an opening one",
        "{`a`: 1, `a`: 1}     | 1:10: found the key `a` a second time (line 1, first on line 1), needs every key once",
        "{`a`: NaN}           | 1:10 /a: found '}', needs a finite number",
        "{`a`: `\\ud800`}     | 1:7 /a: found half a character",
        "{`\\udc00`: 1}       | 1:9: found '`', needs both",
        "{`\\ud800`: 1}       | needs both",
        "{'a': 1}             | 1:2: found ''', needs a key in double quotes",
        "// no{}              | 1:1: found '/', needs a value; JSON has no comments",
    })
    void refusalsSayWhereAndWhat(String text, String message) {
        assertThat(refusal(text.replace('`', '"').getBytes(UTF_8))).contains(message.replace('`', '"'));
    }

    @Test
    void duplicateKeysNameBothLines() {
        assertThat(refusal("{\n\"a\": 1,\n\"b\": {\"a\": 2},\n\"a\": 3}".getBytes(UTF_8)))
                .isEqualTo("f.json:4:1: found the key \"a\" a second time (line 4, first on line 2), needs every key once");
    }

    @Test
    void encodings() throws JsonRefused {
        assertThat(refusal("[\"é\"]".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("f.json:1:3: found a byte that is not UTF-8 (0xe9 at byte 2), needs a file in UTF-8");
        assertThat(refusal("[\n\n 1]".getBytes(StandardCharsets.UTF_16))).contains("f.json:1:1").contains("at byte 0");
        assertThat(refusal(new byte[] {'[', '"', (byte) 0xc3})).contains("1:3").contains("at byte 2");
        assertThat(read("\ufeff[1]")).isInstanceOf(JsonArray.class);
        for (String empty : new String[] {"", " ", "\n\t\r ", "\ufeff", "\ufeff \n"}) {
            assertThat(refusal(empty.getBytes(UTF_8))).isEqualTo(
                    "f.json:1:1: found nothing: the file is empty, needs a JSON value");
        }
    }

    @Test
    void limitsAtAndPast() throws JsonRefused {
        read("[".repeat(64) + "]".repeat(64));
        assertThat(refusal(("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8))).contains("1:65").contains("at most 64");
        read("{\"" + "k".repeat(256) + "\":1}");
        assertThat(refusal(("{\"" + "k".repeat(257) + "\":1}").getBytes(UTF_8))).contains("at most 256");
        read("[" + "1".repeat(256) + "]");
        assertThat(refusal(("[\n 2, " + "1".repeat(257) + "]").getBytes(UTF_8))).contains("f.json:2:5")
                .contains("at most 256");
        assertThat(((JsonText) read("\"" + "x".repeat(1_000_000) + "\"")).value()).hasSize(1_000_000);
        assertThat(refusal(("[\n\"" + "x".repeat(1_000_001) + "\"]").getBytes(UTF_8))).contains("f.json:2:1")
                .contains("at most 1000000");
    }

    @Test
    void hostileSizesAreRefusedQuickly() {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(refusal("[".repeat(100_000).getBytes(UTF_8))).contains("at most 64");
            assertThat(refusal(("[" + "1".repeat(50_000_000) + "]").getBytes(UTF_8))).contains("at most 256 characters");
            assertThat(refusal(("[" + "1,".repeat(5_000_000) + "1]").getBytes(UTF_8))).contains("at most 5000000");
            assertThat(refusal(new byte[(64 << 20) + 1])).contains("needs at most 67108864");
        });
    }

    @Test
    void fiveMillionTokensAreRead() throws JsonRefused {
        // 2 brackets and 4,999,998 zeros
        JsonArray list = (JsonArray) read("[" + "0,".repeat(4_999_997) + "0]");
        assertThat(list.items()).hasSize(4_999_998);
    }

    @Test
    void messagesStayOneReadableLine() {
        String text = "{\"a\\n\\u202e\": {\"b\": tru}}";
        assertThat(refusal(text.getBytes(UTF_8))).startsWith("f.json:1:21 /a\\u000a\\u202e/b: found tru");
    }

    private static JsonValue read(String text) throws JsonRefused {
        return JsonReader.read("f.json", text.getBytes(UTF_8));
    }

    private static String refusal(byte[] bytes) {
        return catchThrowableOfType(JsonRefused.class, () -> JsonReader.read("f.json", bytes)).getMessage();
    }
}
