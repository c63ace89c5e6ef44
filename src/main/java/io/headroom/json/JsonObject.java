package io.headroom.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON object.
 *
 * @param members its values by key, in order
 * @param at where it begins
 */
public record JsonObject(Map<String, JsonValue> members, Location at) implements JsonValue {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The value of {@code key}, or null. */
    public JsonValue get(String key) {
        return members.get(key);
    }

    /** This object with the members of {@code patch} over its own: RFC 7386, so null removes a member. */
    public JsonObject mergedWith(JsonObject patch) {
        Map<String, JsonValue> merged = new LinkedHashMap<>(members);
        patch.members.forEach((key, value) -> {
            if (value instanceof JsonValue.JsonNull) {
                merged.remove(key);
            } else if (value instanceof JsonObject inner && merged.get(key) instanceof JsonObject old) {
                merged.put(key, old.mergedWith(inner));
            } else {
                merged.put(key, value);
            }
        });
        return new JsonObject(merged, patch.at);
    }

    /** An object to be filled in order. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers members in order; a number that is not finite is refused. */
    public static final class Builder {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        private Builder() {
        }

        /** Adds any value. */
        public Builder put(String key, JsonValue value) {
            members.put(key, value);
            return this;
        }

        /** Adds text. */
        public Builder put(String key, String value) {
            return put(key, new JsonText(value, Location.NONE));
        }

        /** Adds a number. */
        public Builder put(String key, double value) {
            return put(key, new JsonNumber(JsonWriter.number(value), Location.NONE));
        }

        /** Adds a whole number. */
        public Builder put(String key, long value) {
            return put(key, new JsonNumber(Long.toString(value), Location.NONE));
        }

        /** Adds true or false. */
        public Builder put(String key, boolean value) {
            return put(key, new JsonBoolean(value, Location.NONE));
        }

        /** Adds a value given as JSON text that was read before. */
        public Builder putJson(String key, String json) {
            return put(key, JsonReader.trusted(json));
        }

        /** Whether nothing has been added. */
        public boolean isEmpty() {
            return members.isEmpty();
        }

        /** The object. */
        public JsonObject build() {
            return new JsonObject(members, Location.NONE);
        }
    }
}
