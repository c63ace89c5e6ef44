package io.headroom.report.read.structure;

import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.report.read.structure.Passage.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON inside a report, such as a strategy object, as one "key: value" line for each member, under its outer keys. */
final class JsonPassages {

    private JsonPassages() {
    }

    /** The members of the object {@code literal}, whose first line is line {@code offset} from 0; none if it is no JSON. */
    static List<Passage> of(String literal, int offset, List<String> path) {
        try {
            List<Passage> passages = new ArrayList<>();
            JsonValue value = JsonReader.read("", literal.getBytes(StandardCharsets.UTF_8));
            if (value instanceof JsonObject object) {
                members(object, offset, path, passages);
            }
            return passages;
        } catch (JsonRefused e) {
            // something in braces that is no JSON is read line by line
            return List.of();
        }
    }

    private static void members(JsonObject object, int offset, List<String> path, List<Passage> passages) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String key = member.getKey().replace('_', ' ').strip();
            JsonValue value = member.getValue();
            if (value instanceof JsonObject inner) {
                List<String> under = new ArrayList<>(path);
                under.add(key);
                members(inner, offset, under, passages);
            } else {
                passages.add(new Passage(offset + value.at().line(), Kind.CODE, key + ": " + plain(value), path, null));
            }
        }
    }

    private static String plain(JsonValue value) {
        return switch (value) {
            case JsonText text -> text.value();
            case JsonArray array -> JsonWriter.compact(array).replace(",", ", ");
            default -> JsonWriter.compact(value);
        };
    }
}
