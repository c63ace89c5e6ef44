package io.headroom.json;

/** A JSON value and where it stands. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean,
        JsonValue.JsonNull {

    /** Where the value begins. */
    Location at();

    /** The value as compact JSON text; numbers keep their spelling. */
    default String toJson() {
        return JsonWriter.compact(this);
    }

    /** The value and its type in the words of a refusal, such as {@code "8" (text)}. */
    default String found() {
        return switch (this) {
            case JsonObject o -> "an object";
            case JsonArray a -> "a list";
            case JsonText t -> JsonWriter.quoted(Problem.shorten(t.value())) + " (text)";
            case JsonNumber n -> n.literal().length() <= Fields.MAX_NUMBER ? n.literal()
                    : "a number of " + n.literal().length() + " characters";
            case JsonBoolean b -> b.value() + " (true or false)";
            case JsonNull n -> "null";
        };
    }

    /**
     * A JSON null.
     *
     * @param at where it begins
     */
    record JsonNull(Location at) implements JsonValue {
    }
}
