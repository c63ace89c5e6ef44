package io.headroom.json;

/**
 * True or false.
 *
 * @param value which
 * @param at where it begins
 */
public record JsonBoolean(boolean value, Location at) implements JsonValue {
}
