package io.headroom.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the numbers of a catalogue entry come from and how far to trust them.
 *
 * @param source the source of every number not named in {@code sources}
 * @param sources key of a number to its own source
 * @param confidence high, medium or low; unknown for what somebody typed in
 * @param conflicts what other sources say instead
 * @param note anything a reader should know, or empty
 */
public record Provenance(String source, Map<String, String> sources, String confidence, List<String> conflicts,
        String note) {

    /** Of an entry that somebody typed in. */
    public static final Provenance USER = new Provenance("this plan", Map.of(), "unknown", List.of(), "");

    public Provenance {
        // Map.copyOf would give another order on every run
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        conflicts = List.copyOf(conflicts);
    }

    /** The source of one number. */
    public String of(String key) {
        return sources.getOrDefault(key, source);
    }
}
