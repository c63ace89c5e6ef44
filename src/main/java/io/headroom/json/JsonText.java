package io.headroom.json;

/**
 * A JSON string.
 *
 * @param value its characters
 * @param at where it begins
 */
public record JsonText(String value, Location at) implements JsonValue {
}
