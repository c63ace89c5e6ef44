package io.headroom.planfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema and the code know the same keys, ranges and defaults, and every limit holds at it and one past it. */
class SchemaTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static JsonObject plan;

    /** A number of the schema: where it may stand and its range. */
    private record Row(String section, String key, boolean whole, boolean list, double min, double max, String absent) {

        @Override
        public String toString() {
            return section + "." + key;
        }
    }

    @BeforeAll
    static void readSchema() throws IOException, JsonRefused {
        Path file = Path.of("assets/schema/plan.schema.json");
        JsonObject schema = (JsonObject) JsonReader.read("schema", Files.readAllBytes(file));
        plan = object(object(schema, "$defs"), "plan");
    }

    @Test
    void everyRangeOfTheCodeIsInTheSchema() {
        Map<String, String> schema = new TreeMap<>();
        rows().forEach(r -> schema.put(r.toString(), r.min + " " + r.max + " " + r.absent));
        Map<String, String> code = new TreeMap<>();
        for (NumberField f : NumberField.values()) {
            boolean silent = Double.isNaN(f.absent()) || f.isWhole() && f.absent() == 0;
            code.put(f.section() + "." + f.key(), f.min() + " " + f.max() + " "
                    + (silent ? "none" : String.valueOf((int) f.absent())));
        }
        for (Knob knob : Knob.values()) {
            if (!knob.isLatency()) {
                code.put("assumptions." + knob.key(), knob.min() + " " + knob.max() + " none");
            }
        }
        assertThat(schema).isEqualTo(code);
    }

    @Test
    void choicesAndLimitsAreTheSame() {
        for (String key : List.of("weights", "experts", "kvCache", "activations")) {
            assertThat(texts(property("precision", key), "enum")).containsExactlyInAnyOrderElementsOf(
                    Stream.of(NumberFormat.values()).map(NumberFormat::key).toList());
        }
        assertThat(texts(property("assumptions", "profile"), "enum")).containsExactlyInAnyOrderElementsOf(
                CATALOG.profiles().stream().map(p -> p.id()).toList());
        assertThat(texts(property("figures", "kind"), "enum")).containsExactlyInAnyOrderElementsOf(
                PlanReader.KINDS.keySet());
        assertThat(number(property("notes", "text"), "maxLength")).isEqualTo(Fields.MAX_NOTE);
        assertThat(number(property("notes", "on"), "maxLength")).isEqualTo(Fields.MAX_NAME);
        assertThat(number(object(object(plan, "properties"), "notes"), "maxItems")).isEqualTo(PlanReader.MAX_ITEMS);
        assertThat(number(property("parallelism", "layersPerStage"), "maxItems")).isEqualTo(PlanReader.MAX_STAGES);
    }

    @TestFactory
    Stream<DynamicTest> atEachLimitAndOnePast() {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
            assertThat(refusal(row, spelt(row, row.min, 0))).isEmpty();
            assertThat(refusal(row, spelt(row, row.max, 0))).isEmpty();
            String range = "needs a" + (row.whole ? " whole" : "") + " number from ";
            assertThat(refusal(row, spelt(row, row.min, -1))).contains(row.key).contains(range);
            assertThat(refusal(row, spelt(row, row.max, 1))).contains(row.key).contains(range);
        }));
    }

    // one step beyond: the next whole number, or the next double
    private static String spelt(Row row, double value, int step) {
        double there = step == 0 ? value : row.whole ? value + step : step > 0 ? Math.nextUp(value) : Math.nextDown(value);
        return row.whole ? Long.toString((long) there) : new BigDecimal(there).round(new java.math.MathContext(17))
                .toString();
    }

    private static String refusal(Row row, String value) {
        String member = "\"" + row.key + "\": " + (row.list ? "[" + value + ", " + value + "]" : value);
        String section = switch (row.section) {
            case "requirements" -> row.key.startsWith("at") ? "[{\"metric\": \"gpus\", " + member + "}]"
                    : "[{\"metric\": \"gpus\", \"atMost\": 1, " + member + "}]";
            case "figures" -> "[{\"metric\": \"gpus\", " + member + "}]";
            default -> "{" + member + "}";
        };
        String file = "{\"format\": \"headroom/plan\", \"version\": 1, \"plans\": [{\"" + row.section + "\": " + section
                + "}]}";
        try {
            PlanFile.read("p.json", file.getBytes(UTF_8), CATALOG);
            return "";
        } catch (JsonRefused e) {
            return e.getMessage();
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        object(plan, "properties").members().forEach((section, value) -> {
            JsonObject holder = (JsonObject) value;
            holder = holder.get("items") == null ? holder : object(holder, "items");
            if (holder.get("properties") instanceof JsonObject keys) {
                keys.members().forEach((key, schema) -> row(section, key, (JsonObject) schema, rows));
            }
        });
        return rows;
    }

    private static void row(String section, String key, JsonObject schema, List<Row> rows) {
        boolean list = schema.get("items") != null;
        JsonObject s = list ? object(schema, "items") : schema;
        if (s.get("minimum") != null) {
            String absent = s.get("default") instanceof JsonNumber n ? n.literal() : "none";
            rows.add(new Row(section, key, text(s, "type").equals("integer"), list, number(s, "minimum"),
                    number(s, "maximum"), absent));
        }
    }

    private static JsonObject property(String section, String key) {
        JsonObject holder = object(object(plan, "properties"), section);
        holder = holder.get("items") == null ? holder : object(holder, "items");
        return object(object(holder, "properties"), key);
    }

    private static JsonObject object(JsonObject o, String key) {
        return (JsonObject) o.get(key);
    }

    private static double number(JsonObject o, String key) {
        return ((JsonNumber) o.get(key)).toDouble().orElseThrow();
    }

    private static String text(JsonObject o, String key) {
        return ((JsonText) o.get(key)).value();
    }

    private static List<String> texts(JsonObject o, String key) {
        List<JsonValue> items = ((JsonArray) o.get(key)).items();
        return items.stream().map(v -> ((JsonText) v).value()).toList();
    }
}
