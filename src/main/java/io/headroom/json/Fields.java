package io.headroom.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the members of an object by key and type. What is wrong goes to the collector and the default is returned, so
 * that one reading finds everything; what nobody asked for is left in {@link #unread()}.
 */
public final class Fields {

    /** Characters of a name. */
    public static final int MAX_NAME = 256;
    /** Characters of a note. */
    public static final int MAX_NOTE = 65_536;
    /** Characters of a number. */
    public static final int MAX_NUMBER = 64;

    // more than these are not listed in a message, only the nearest
    private static final int LISTED = 16;

    private final JsonObject object;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    public Fields(JsonObject object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /** The fields of {@code value}, or null and a problem where it is no object. */
    public static Fields of(JsonValue value, Problems problems) {
        if (value instanceof JsonObject o) {
            return new Fields(o, problems);
        }
        problems.add(value.at(), value.found(), "an object in braces");
        return null;
    }

    /** The object itself. */
    public JsonObject json() {
        return object;
    }

    /** The collector of problems. */
    public Problems problems() {
        return problems;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return object.members().containsKey(key);
    }

    /** The keys in order. */
    public Set<String> keys() {
        return object.members().keySet();
    }

    /** The value of {@code key} as it is, or null. */
    public JsonValue value(String key) {
        asked.add(key);
        return object.get(key);
    }

    /** A whole number; 8.0 is one, 1.9 is not. */
    public int whole(String key, int min, int max, int absent) {
        JsonValue value = value(key);
        return value == null ? absent : whole(value, min, max, absent);
    }

    /** A whole number that must be there; {@code min} after a problem. */
    public int requiredWhole(String key, int min, int max) {
        return require(key, wholeRange(min, max)) ? whole(key, min, max, min) : min;
    }

    /** A finite number. */
    public double number(String key, double min, double max, double absent) {
        JsonValue value = value(key);
        return value == null ? absent : number(value, min, max, absent);
    }

    /** A finite number that must be there; {@code min} after a problem. */
    public double requiredNumber(String key, double min, double max) {
        return require(key, range(min, max)) ? number(key, min, max, min) : min;
    }

    /** A text of up to 256 characters. */
    public String text(String key, String absent) {
        return text(key, MAX_NAME, absent);
    }

    /** A text of up to {@code longest} characters. */
    public String text(String key, int longest, String absent) {
        JsonValue value = value(key);
        return value == null ? absent : text(value, longest, absent);
    }

    /** A text that must be there and not be empty; empty after a problem. */
    public String requiredText(String key) {
        if (!require(key, "a text")) {
            return "";
        }
        String text = text(key, null);
        if (text != null && text.isBlank()) {
            refuse(key, JsonWriter.quoted(text), "a text that is not empty");
        }
        return text == null ? "" : text;
    }

    /** True or false. */
    public boolean flag(String key, boolean absent) {
        JsonValue value = value(key);
        if (value == null || value instanceof JsonBoolean) {
            return value == null ? absent : ((JsonBoolean) value).value();
        }
        problems.add(value.at(), value.found(), "true or false, without quotes");
        return absent;
    }

    /** One of named things. */
    public <E> E choice(String key, Map<String, E> names, E absent) {
        JsonValue value = value(key);
        if (value == null) {
            return absent;
        }
        if (value instanceof JsonText t && names.containsKey(t.value())) {
            return names.get(t.value());
        }
        problems.add(value.at(), value.found(), oneOf(value, names.keySet()));
        return absent;
    }

    /** One of named things that must be there; null after a problem. */
    public <E> E requiredChoice(String key, Map<String, E> names) {
        return require(key, oneOf(null, names.keySet())) ? choice(key, names, null) : null;
    }

    /** The fields of an inner object, or null where it is absent or no object. */
    public Fields object(String key) {
        JsonValue value = value(key);
        return value == null ? null : of(value, problems);
    }

    /** The items of a list, none where it is absent or no list. */
    public List<JsonValue> array(String key) {
        JsonValue value = value(key);
        if (value == null || value instanceof JsonArray) {
            return value == null ? List.of() : ((JsonArray) value).items();
        }
        problems.add(value.at(), value.found(), "a list in square brackets");
        return List.of();
    }

    /** The items of a list of objects; those that are none are left out. */
    public List<Fields> objects(String key) {
        List<Fields> found = new ArrayList<>();
        for (JsonValue item : array(key)) {
            Fields fields = of(item, problems);
            if (fields != null) {
                found.add(fields);
            }
        }
        return found;
    }

    /** The items of a list of texts. */
    public List<String> texts(String key, int longest) {
        return array(key).stream().map(item -> text(item, longest, "")).toList();
    }

    /** The items of a list of whole numbers. */
    public List<Integer> wholes(String key, int min, int max) {
        return array(key).stream().map(item -> whole(item, min, max, min)).toList();
    }

    /** The items of a list of finite numbers. */
    public List<Double> numbers(String key, double min, double max) {
        return array(key).stream().map(item -> number(item, min, max, min)).toList();
    }

    /** Adds a problem at {@code key}, or at the object where the key is absent. */
    public void refuse(String key, String found, String allowed) {
        JsonValue value = object.get(key);
        problems.add(value == null ? object.at() : value.at(), found, allowed);
    }

    /** The JSON text of every member that was not asked for, in order. */
    public Map<String, String> unread() {
        Map<String, String> rest = new LinkedHashMap<>();
        object.members().forEach((key, value) -> {
            if (!asked.contains(key)) {
                rest.put(key, value.toJson());
            }
        });
        return rest;
    }

    private boolean require(String key, String allowed) {
        asked.add(key);
        if (!has(key)) {
            problems.add(object.at(), "no " + JsonWriter.quoted(key), allowed);
        }
        return has(key);
    }

    private int whole(JsonValue value, int min, int max, int otherwise) {
        if (value instanceof JsonNumber n && n.literal().length() <= MAX_NUMBER) {
            OptionalLong whole = n.toLong();
            if (whole.isPresent() && whole.getAsLong() >= min && whole.getAsLong() <= max) {
                return (int) whole.getAsLong();
            }
        }
        problems.add(value.at(), value.found(), wholeRange(min, max) + unquoted(value));
        return otherwise;
    }

    private double number(JsonValue value, double min, double max, double otherwise) {
        String why = "";
        if (value instanceof JsonNumber n && n.literal().length() <= MAX_NUMBER) {
            OptionalDouble number = n.toDouble();
            if (number.isPresent() && number.getAsDouble() >= min && number.getAsDouble() <= max) {
                return number.getAsDouble();
            }
            why = number.isPresent() ? "" : " (too large or too small for a 64-bit number)";
        }
        problems.add(value.at(), value.found() + why, range(min, max) + unquoted(value));
        return otherwise;
    }

    private String text(JsonValue value, int longest, String otherwise) {
        if (value instanceof JsonText t && t.value().length() <= longest) {
            return t.value();
        }
        String found = value instanceof JsonText t ? "a text of " + t.value().length() + " characters" : value.found();
        problems.add(value.at(), found, "a text of at most " + longest + " characters in double quotes");
        return otherwise;
    }

    private static String wholeRange(int min, int max) {
        return "a whole number from " + min + " to " + max;
    }

    /** Adds a problem for every number in {@code value} that is longer than a field takes, known key or not. */
    public static void checkNumbers(JsonValue value, Problems problems) {
        switch (value) {
            case JsonObject o -> o.members().values().forEach(v -> checkNumbers(v, problems));
            case JsonArray a -> a.items().forEach(v -> checkNumbers(v, problems));
            case JsonNumber n when n.literal().length() > MAX_NUMBER ->
                problems.add(n.at(), n.found(), "at most " + MAX_NUMBER + " characters");
            default -> { }
        }
    }

    private static String range(double min, double max) {
        return "a number from " + JsonWriter.number(min) + " to " + JsonWriter.number(max);
    }

    private static String unquoted(JsonValue value) {
        boolean quotedNumber = value instanceof JsonText t && t.value().matches("-?[0-9]{1,60}([.][0-9]{1,60})?");
        return quotedNumber ? ", without quotes" : "";
    }

    private static String oneOf(JsonValue value, Collection<String> names) {
        List<String> near = value instanceof JsonText t ? nearest(t.value(), names) : List.of();
        String list = names.size() <= LISTED
                ? "one of " + names.stream().sorted().collect(Collectors.joining(", "))
                : "one of " + names.size() + " known names";
        return near.isEmpty() ? list : list + " (nearest: " + String.join(", ", near) + ")";
    }

    /** Up to three of {@code names} that {@code text} may have meant, nearest first. */
    public static List<String> nearest(String text, Collection<String> names) {
        String wanted = Problem.shorten(text).toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new LinkedHashMap<>();
        int most = Math.max(2, wanted.length() / 3);
        names.stream().sorted().forEach(name -> {
            String candidate = name.toLowerCase(Locale.ROOT);
            int edits = distance(wanted, candidate);
            // half a name is likelier meant than another of the same length
            if (wanted.length() >= 3 && candidate.startsWith(wanted)) {
                distances.put(name, 0);
            } else if (edits <= most || wanted.length() >= 3 && candidate.contains(wanted)) {
                distances.put(name, edits);
            }
        });
        return distances.keySet().stream().sorted(Comparator.comparing(distances::get)).limit(3).toList();
    }

    // Levenshtein's distance, one row at a time
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
