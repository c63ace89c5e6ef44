/**
 * Strict JSON as an immutable tree that knows the line, column and pointer of every value, and its writer.
 * Everybody may use it; it knows nobody and touches no file.
 * Start at {@link io.headroom.json.JsonReader} and {@link io.headroom.json.Fields}.
 */
package io.headroom.json;
