package io.headroom.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the typed getters take, what they refuse and in which words; and that writing is the inverse of reading. */
class FieldsTest {

    private final Problems problems = new Problems("p.json");

    @ParameterizedTest
    @CsvSource({"8, 8", "8.0, 8", "8e0, 8", "80e-1, 8", "-0, 0", "-0.0, 0", "0e1000000000, 0", "65536, 65536"})
    void wholeNumbers(String literal, int value) throws JsonRefused {
        assertThat(fields("{\"a\": " + literal + "}").whole("a", 0, 65536, -7)).isEqualTo(value);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1.9", "-1", "65537", "3000000000", "9223372036854775808", "1e400", "1e-400", "1e1000000000",
        "1e99999999999", "\"8\"", "true", "null", "[]", "{}", "\"NaN\""})
    void notWholeNumbers(String literal) throws JsonRefused {
        assertThat(fields("{\"a\": " + literal + "}").whole("a", 0, 65536, 7)).isEqualTo(7);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().toString()).startsWith("p.json:1:7 /a: found ")
                .contains("needs a whole number from 0 to 65536");
    }

    @Test
    void wordsOfRefusals() throws JsonRefused {
        Fields f = fields("{\"a\": \"8\", \"b\": 1e400, \"c\": 5, \"d\": \"FP8\", \"e\": null, \"f\": 1.0000001, \"g\": 1e-400}");
        f.whole("a", 1, 65536, 1);
        f.number("b", 0, 1e30, 1);
        f.text("c", "");
        f.choice("d", Map.of("fp8", 1, "bf16", 2), 1);
        f.flag("e", false);
        f.number("f", 0.01, 1, 1);
        f.number("g", 0, 1, 1);
        assertThat(problems.list().stream().map(Problem::toString)).containsExactly(
                "p.json:1:7 /a: found \"8\" (text), needs a whole number from 1 to 65536, without quotes",
                "p.json:1:17 /b: found 1e400 (too large or too small for a 64-bit number),"
                        + " needs a number from 0 to 1e30",
                "p.json:1:29 /c: found 5, needs a text of at most 256 characters in double quotes",
                "p.json:1:37 /d: found \"FP8\" (text), needs one of bf16, fp8 (nearest: fp8)",
                "p.json:1:49 /e: found null, needs true or false, without quotes",
                "p.json:1:60 /f: found 1.0000001, needs a number from 0.01 to 1",
                "p.json:1:76 /g: found 1e-400 (too large or too small for a 64-bit number), needs a number from 0 to 1");
    }

    @Test
    void numbersAreWhatTheyAre() throws JsonRefused {
        Fields f = fields("{\"a\": 4.9e-324, \"b\": -0.0, \"c\": 0.0e-999, \"d\": 1.7976931348623157e308}");
        assertThat(f.number("a", 0, 1, 9)).isEqualTo(Double.MIN_VALUE);
        assertThat(1 / f.number("b", 0, 1, 9)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(f.number("c", 0, 1, 9)).isZero();
        assertThat(f.number("d", 0, Double.MAX_VALUE, 9)).isEqualTo(Double.MAX_VALUE);
        assertThat(f.number("absent", 0, 1, 9)).isEqualTo(9);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void numbersOfSixtyFourCharacters() throws JsonRefused {
        String longest = "0." + "0".repeat(61) + "1";
        assertThat(fields("{\"a\": " + longest + "}").number("a", 0, 1, 9)).isEqualTo(1e-62);
        assertThat(problems.isEmpty()).isTrue();
        Fields f = fields("{\"a\": 0" + longest.substring(1) + "0, \"unknown\": [" + longest + "0]}");
        f.number("a", 0, 1, 9);
        Fields.checkNumbers(f.json(), problems);
        assertThat(problems.list().stream().map(Problem::toString)).containsExactly(
                "p.json:1:7 /a: found a number of 65 characters, needs a number from 0 to 1",
                "p.json:1:7 /a: found a number of 65 characters, needs at most 64 characters",
                "p.json:1:86 /unknown/0: found a number of 65 characters, needs at most 64 characters");
    }

    @Test
    void unreadKeysAreKeptInOrder() throws JsonRefused {
        Fields f = fields("{\"z\": {\"x\": 1.50}, \"a\": 1, \"m\": [ ]}");
        f.whole("a", 0, 1, 0);
        f.whole("absent", 0, 1, 0);
        assertThat(List.copyOf(f.unread().entrySet()))
                .containsExactly(Map.entry("z", "{\"x\":1.50}"), Map.entry("m", "[]"));
    }

    @Test
    void onlyTwentyProblemsAreKeptAndSorted() throws JsonRefused {
        Fields f = fields("{\n" + "\"k\": [" + "\n\"x\",".repeat(99) + "\n\"x\"]\n,\"a\": 1.5}");
        f.whole("a", 0, 1, 0);
        f.wholes("k", 0, 1);
        assertThat(problems.count()).isEqualTo(101);
        assertThat(problems.list()).hasSize(20);
        assertThat(problems.list().getFirst().at().line()).isEqualTo(3);
        assertThatThrownBy(problems::throwIfAny).isInstanceOf(JsonRefused.class).hasMessageEndingWith("… and 81 more");
    }

    @Test
    void nearestNames() {
        assertThat(Fields.nearest("lama-3-8b", List.of("llama-3-8b", "qwen3-8b", "gpt"))).startsWith("llama-3-8b");
        assertThat(Fields.nearest("h200", List.of("h200-sxm", "b200", "mi300x"))).contains("h200-sxm", "b200");
        assertThat(Fields.nearest("zzz", List.of("h200-sxm", "b200"))).isEmpty();
    }

    @Test
    void mergePatchOfRfc7386() throws JsonRefused {
        // the example of RFC 7386, section 3
        JsonObject target = fields("{\"title\":\"Goodbye!\",\"author\":{\"givenName\":\"John\",\"familyName\":\"Doe\"},"
                + "\"tags\":[\"example\",\"sample\"],\"content\":\"This will be unchanged\"}").json();
        JsonObject patch = fields("{\"title\":\"Hello!\",\"phoneNumber\":\"+01-123-456-7890\","
                + "\"author\":{\"familyName\":null},\"tags\":[\"example\"]}").json();
        assertThat(target.mergedWith(patch).toJson()).isEqualTo("{\"title\":\"Hello!\",\"author\":{\"givenName\":\"John\"},"
                + "\"tags\":[\"example\"],\"content\":\"This will be unchanged\",\"phoneNumber\":\"+01-123-456-7890\"}");
    }

    @Test
    void writtenNumbersReadBack() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            double value = i % 2 == 0 ? random.nextInt() * Math.pow(10, random.nextInt(-30, 30))
                    : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(JsonWriter.number(value))).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
        assertThat(JsonWriter.number(8)).isEqualTo("8");
        assertThat(JsonWriter.number(2e9)).isEqualTo("2000000000");
        assertThat(JsonWriter.number(5e-6)).isEqualTo("5e-6");
        assertThat(JsonWriter.number(1.5e300)).isEqualTo("1.5e300");
        assertThat(JsonWriter.number(-0.0)).isEqualTo("0");
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> JsonWriter.number(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void prettyPrinting() {
        JsonObject o = JsonObject.builder().put("name", "a \"b\"\n\u0001é😀").putJson("list", "[1,2.50,true]")
                .put("inner", JsonObject.builder().put("deep", JsonObject.builder().put("x", 1.0).build()).build())
                .build();
        assertThat(JsonWriter.pretty(o)).isEqualTo("""
                {
                  "name": "a \\"b\\"\\n\\u0001é😀",
                  "list": [1, 2.50, true],
                  "inner": {
                    "deep": { "x": 1 }
                  }
                }""");
    }

    private Fields fields(String json) throws JsonRefused {
        return Fields.of(JsonReader.read("p.json", json.getBytes(UTF_8)), problems);
    }
}
