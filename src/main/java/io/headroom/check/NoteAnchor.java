package io.headroom.check;

import io.headroom.estimate.Metric;
import io.headroom.plan.Note;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a note is about, as its key {@code on} says: a metric, or a point of a chart of a metric, written
 * {@code memory.total/stage 1/KV cache} or {@code memory.total/input 4096}, or an operation of the roofline, written
 * {@code roofline/decode/attention}; any other key is kept as it is.
 *
 * @param on as written, empty for the plan as a whole
 * @param metric the metric, if it is about one
 * @param point the part of its chart, empty for the metric as a whole
 */
public record NoteAnchor(String on, Optional<Metric> metric, String point) {

    private static final String SEPARATOR = "/";
    private static final String ROOFLINE = "roofline/";
    private static final String LENGTH = "input ";
    private static final Pattern AT_LENGTH = Pattern.compile(LENGTH + "(\\d{1,9})");

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

    /** The point of the curve of a metric at prompts of {@code tokens}. */
    public static String atLength(int tokens) {
        return LENGTH + tokens;
    }

    /** The key for the operation {@code name} of the roofline in {@code phase}. */
    public static String operation(String phase, String name) {
        return ROOFLINE + phase + SEPARATOR + name;
    }

    /** The prompt length that it is about, if it is about a point of a curve over prompt lengths. */
    public OptionalInt inputTokens() {
        Matcher length = AT_LENGTH.matcher(point);
        return length.matches() ? OptionalInt.of(Integer.parseInt(length.group(1))) : OptionalInt.empty();
    }

    /** Whether it is about an operation of the roofline. */
    public boolean isOperation() {
        return on.startsWith(ROOFLINE);
    }

    /** In words: "Memory per GPU, stage 1, KV cache", "Roofline, decode, attention"; empty for the plan as a whole. */
    public String label() {
        if (isOperation()) {
            return "Roofline, " + on.substring(ROOFLINE.length()).replace(SEPARATOR, ", ");
        }
        return metric.map(m -> point.isEmpty() ? m.label()
                : m.label() + ", " + point.replace(SEPARATOR, ", ") + (inputTokens().isPresent() ? " tokens" : ""))
                .orElse(on);
    }
}
