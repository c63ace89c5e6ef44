package io.headroom.session.custom;

import io.headroom.format.Dimension;
import io.headroom.format.NumberText;
import io.headroom.format.Unit;
import io.headroom.json.JsonBoolean;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.Location;
import java.util.List;

/**
 * One figure of a model or accelerator, as a form asks for it.
 *
 * @param label what people call it
 * @param kind what is typed
 * @param unit in which it is typed
 * @param isOptional whether it may be left empty
 * @param path the keys that lead to it in a catalogue file
 */
public record EntryField(String label, Kind kind, Unit unit, boolean isOptional, List<String> path) {

    private static final Unit NO_UNIT = Unit.of("").orElseThrow();
    private static final Unit PARAMETERS = Unit.of("parameters").orElseThrow();
    private static final Unit BILLIONS = Unit.of("Bparameters").orElseThrow();

    /** What is typed. */
    public enum Kind { TEXT, NUMBER, PARAMETERS, FLAG }

    /** What a text says: a value, or why it says none. */
    record Typed(JsonValue value, String refusal) {
    }

    static EntryField text(String label, String... path) {
        return new EntryField(label, Kind.TEXT, NO_UNIT, false, List.of(path));
    }

    static EntryField number(String label, String unit, String... path) {
        return new EntryField(label, Kind.NUMBER, Unit.of(unit).orElseThrow(), false, List.of(path));
    }

    static EntryField parameters(String label, String... path) {
        return new EntryField(label, Kind.PARAMETERS, PARAMETERS, true, List.of(path));
    }

    static EntryField flag(String label, String... path) {
        return new EntryField(label, Kind.FLAG, NO_UNIT, true, List.of(path));
    }

    EntryField optional() {
        return new EntryField(label, kind, unit, true, path);
    }

    /** The last keys of its path, as an id. */
    public String key() {
        return String.join(".", path);
    }

    /** What stands behind its field. */
    public String unitText() {
        return kind == Kind.NUMBER ? unit.symbol() : "";
    }

    /** Its JSON pointer. */
    String pointer() {
        return "/" + String.join("/", path);
    }

    /** {@code allowed}, which is in SI units, for this figure. */
    String allowed(String allowed) {
        Dimension dimension = unit.dimension();
        boolean isScaled = unit.factor() != 1;
        return "Needs " + allowed + (isScaled ? " " + dimension.si() : "") + ".";
    }

    /** What its field shows for {@code value}; empty for none, but a flag that is not given is off. */
    String shown(JsonValue value) {
        return switch (value) {
            case null -> kind == Kind.FLAG ? "false" : "";
            case JsonText t -> t.value();
            case JsonBoolean b -> Boolean.toString(b.value());
            case JsonNumber n when n.toDouble().isPresent() && kind == Kind.PARAMETERS ->
                NumberText.typed(n.toDouble().getAsDouble(), BILLIONS) + " B";
            case JsonNumber n when n.toDouble().isPresent() -> NumberText.typed(n.toDouble().getAsDouble(), unit);
            default -> value.toJson();
        };
    }

    /** What {@code text} says. */
    Typed typed(String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            // of a figure that must be there the reader of entries says what it may be
            return new Typed(isOptional ? null : new JsonText("", Location.NONE),
                    kind == Kind.TEXT ? "Needs a name." : "");
        }
        return switch (kind) {
            case TEXT -> new Typed(new JsonText(words, Location.NONE), "");
            case FLAG -> new Typed(words.equals("true") ? new JsonBoolean(true, Location.NONE)
                    : new JsonBoolean(false, Location.NONE), "");
            case NUMBER, PARAMETERS -> switch (NumberText.parse(words, unit)) {
                case NumberText.Refused r -> new Typed(null, r.reason() + ".");
                case NumberText.Value v -> new Typed(JsonNumber.of(v.number()), "");
            };
        };
    }
}
