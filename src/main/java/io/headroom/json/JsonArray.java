package io.headroom.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param items its values in order
 * @param at where it begins
 */
public record JsonArray(List<JsonValue> items, Location at) implements JsonValue {

    public JsonArray {
        items = List.copyOf(items);
    }

    /** An array that no file holds. */
    public static JsonArray of(List<? extends JsonValue> items) {
        return new JsonArray(List.copyOf(items), Location.NONE);
    }
}
