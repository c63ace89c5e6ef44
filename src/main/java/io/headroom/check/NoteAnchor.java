package io.headroom.check;

import io.headroom.estimate.Metric;
import io.headroom.plan.Note;
import java.util.Optional;

/**
 * What a note is about, as its key {@code on} says: a metric, or a point of the chart of a metric, written
 * {@code memory.total/stage 1/KV cache}; any other key is kept as it is.
 *
 * @param on as written, empty for the plan as a whole
 * @param metric the metric, if it is about one
 * @param point the part of its chart, empty for the metric as a whole
 */
public record NoteAnchor(String on, Optional<Metric> metric, String point) {

    private static final String SEPARATOR = "/";

    /** What {@code note} is about. */
    public static NoteAnchor of(Note note) {
        return of(note.on());
    }

    /** What the key {@code on} says. */
    public static NoteAnchor of(String on) {
        int end = on.indexOf(SEPARATOR);
        Optional<Metric> metric = Metric.byId(end < 0 ? on : on.substring(0, end));
        return new NoteAnchor(on, metric, metric.isEmpty() || end < 0 ? "" : on.substring(end + 1));
    }

    /** The key for a point of the chart of {@code metric}; of an empty point for the metric as a whole. */
    public static String key(Metric metric, String point) {
        return point.isEmpty() ? metric.id() : metric.id() + SEPARATOR + point;
    }

    /** In words: "Memory per GPU, stage 1, KV cache"; empty for the plan as a whole. */
    public String label() {
        return metric.map(m -> point.isEmpty() ? m.label() : m.label() + ", " + point.replace(SEPARATOR, ", "))
                .orElse(on);
    }
}
