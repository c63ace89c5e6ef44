package io.headroom.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON the same way every time: two spaces a level, and what holds no object on one line where it fits.
 */
public final class JsonWriter {

    private static final int LINE = 110;

    // whole doubles below 2^53 are exact, so they need no exponent
    private static final double WHOLE = 0x1p53;

    private JsonWriter() {
    }

    /** A file: pretty, in UTF-8, with a line end. */
    public static byte[] bytes(JsonValue value) {
        return (pretty(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The value over several lines. */
    public static String pretty(JsonValue value) {
        StringBuilder out = new StringBuilder();
        pretty(value, 0, 0, out);
        return out.toString();
    }

    /** The value without white space. */
    public static String compact(JsonValue value) {
        StringBuilder out = new StringBuilder();
        line(value, "", out);
        return out.toString();
    }

    /** The shortest spelling that reads back to the same double; whole numbers without a fraction. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }

    /** Text in quotes, with what JSON wants escaped. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        quote(text, out);
        return out.toString();
    }

    private static void pretty(JsonValue value, int depth, int used, StringBuilder out) {
        if (fitsOneLine(value)) {
            int start = out.length();
            line(value, " ", out);
            boolean scalar = !(value instanceof JsonArray || value instanceof JsonObject);
            if (scalar || used + out.length() - start <= LINE) {
                return;
            }
            out.setLength(start);
        }
        switch (value) {
            case JsonObject o -> members(o, depth, out);
            case JsonArray a -> items(a, depth, out);
            default -> line(value, " ", out);
        }
    }

    private static void members(JsonObject object, int depth, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            newLine(out.append(separator), depth + 1);
            int start = out.length();
            quote(member.getKey(), out);
            out.append(": ");
            pretty(member.getValue(), depth + 1, 2 * depth + 2 + out.length() - start, out);
            separator = ",";
        }
        newLine(out, depth);
        out.append('}');
    }

    private static void items(JsonArray array, int depth, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonValue item : array.items()) {
            newLine(out.append(separator), depth + 1);
            pretty(item, depth + 1, 2 * depth + 2, out);
            separator = ",";
        }
        newLine(out, depth);
        out.append(']');
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').repeat(' ', 2 * depth);
    }

    private static boolean fitsOneLine(JsonValue value) {
        return switch (value) {
            case JsonObject o -> o.members().values().stream()
                    .noneMatch(v -> v instanceof JsonObject || !fitsOneLine(v));
            case JsonArray a -> a.items().stream()
                    .noneMatch(v -> v instanceof JsonObject || v instanceof JsonArray);
            default -> true;
        };
    }

    private static void line(JsonValue value, String space, StringBuilder out) {
        switch (value) {
            case JsonObject o -> {
                out.append('{').append(o.members().isEmpty() ? "" : space);
                Iterator<Map.Entry<String, JsonValue>> members = o.members().entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, JsonValue> member = members.next();
                    quote(member.getKey(), out);
                    line(member.getValue(), space, out.append(':').append(space));
                    out.append(members.hasNext() ? "," : "").append(space);
                }
                out.append('}');
            }
            case JsonArray a -> {
                out.append('[');
                String separator = "";
                for (JsonValue item : a.items()) {
                    line(item, space, out.append(separator));
                    separator = "," + space;
                }
                out.append(']');
            }
            case JsonText t -> quote(t.value(), out);
            case JsonNumber n -> out.append(n.literal());
            case JsonBoolean b -> out.append(b.value());
            case JsonValue.JsonNull n -> out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // U+2028 and U+2029 end a line in some editors, a lone surrogate has no UTF-8
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || isLone(text, i)) {
                        out.append("\\u").append(Character.forDigit(c >> 12, 16))
                                .append(Character.forDigit(c >> 8 & 15, 16))
                                .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether the character at {@code i} is half of a surrogate pair without its other half. */
    static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
