package io.headroom.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Within which ends some numbers of a plan may lie; what the plan itself says of each is its likeliest value.
 *
 * @param byKey the ends by the number's section and key, such as {@code assumptions.mfu}, in the file's order
 */
public record Ranges(Map<String, Range> byKey) {

    /** Every number is certain. */
    public static final Ranges NONE = new Ranges(Map.of());

    /**
     * Both ends of a number, in SI units.
     *
     * @param min the lowest value, at most {@code max}
     * @param max the highest
     */
    public record Range(double min, double max) {

        public Range {
            if (!(min <= max)) {
                throw new IllegalArgumentException("A range from " + min + " to " + max + " has no value.");
            }
        }
    }

    public Ranges {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    /** Whether nothing is uncertain. */
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The ends of {@code key}; empty where it is certain. */
    public Optional<Range> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** With these ends for {@code key}. */
    public Ranges with(String key, Range range) {
        Map<String, Range> more = new LinkedHashMap<>(byKey);
        more.put(key, range);
        return new Ranges(more);
    }

    /** With {@code key} certain again. */
    public Ranges without(String key) {
        Map<String, Range> fewer = new LinkedHashMap<>(byKey);
        fewer.remove(key);
        return new Ranges(fewer);
    }
}
