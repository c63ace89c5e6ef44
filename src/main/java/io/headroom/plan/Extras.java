package io.headroom.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Collections;

/**
 * Keys of a file that this version does not know, each with its JSON text, kept so that saving loses nothing.
 *
 * @param json text of each value by key, in the file's order
 */
public record Extras(Map<String, String> json) {

    /** No unknown key. */
    public static final Extras NONE = new Extras(Map.of());

    public Extras {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }
}
