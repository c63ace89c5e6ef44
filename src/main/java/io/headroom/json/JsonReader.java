package io.headroom.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads exactly RFC 8259 in strict UTF-8 (a byte order mark is skipped), refuses duplicate keys and anything over the
 * limits, and says of every refusal where it is.
 */
public final class JsonReader {

    // limits: far above any plan, far below what could hurt
    /** Bytes of a file. */
    public static final int MAX_BYTES = 64 << 20;
    /** Objects and lists inside each other. */
    public static final int MAX_DEPTH = 64;
    /** Characters of a text. */
    public static final int MAX_TEXT = 1_000_000;
    /** Characters of a key. */
    public static final int MAX_KEY = 256;
    /** Characters of a number as syntax; a field takes {@link Fields#MAX_NUMBER}. */
    public static final int MAX_NUMBER = 256;
    /** Values, keys and brackets of a file. */
    public static final int MAX_TOKENS = 5_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_TEXT).maxNameLength(MAX_KEY).maxNestingDepth(MAX_DEPTH + 1)
                    .maxDocumentLength(MAX_BYTES).build())
            .build();

    private final String file;
    private final CharBuffer text;
    private final JsonParser parser;
    private Location here = Location.root(1, 1);
    private int tokens;

    private JsonReader(String file, CharBuffer text, JsonParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
    }

    /** The value that {@code bytes} hold; {@code fileName} is only for messages. */
    public static JsonValue read(String fileName, byte[] bytes) throws JsonRefused {
        if (bytes.length > MAX_BYTES) {
            throw JsonRefused.of(fileName, Location.NONE, bytes.length + " bytes", "at most " + MAX_BYTES);
        }
        CharBuffer text = decode(fileName, bytes);
        // a token takes at least a byte, so only a large file can hold too many; counted before the tree takes memory
        if (bytes.length > MAX_TOKENS) {
            count(fileName, text);
        }
        try (JsonParser parser = open(text)) {
            return new JsonReader(fileName, text, parser).document();
        }
    }

    /** A value given as text that was read before. */
    static JsonValue trusted(String json) {
        try {
            return read("kept text", json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static JsonParser open(CharBuffer text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text.array(), text.position(), text.remaining());
    }

    private static CharBuffer decode(String file, byte[] bytes) throws JsonRefused {
        boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(mark ? 3 : 0);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw JsonRefused.of(file, end(out), String.format(java.util.Locale.ROOT,
                    "a byte that is not UTF-8 (0x%02x at byte %d)", bytes[in.position()], in.position()),
                    "a file in UTF-8");
        }
        if (out.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            throw JsonRefused.of(file, Location.root(1, 1), "nothing: the file is empty", "a JSON value");
        }
        return out;
    }

    private static Location end(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            line += lineEnd ? 1 : 0;
            column = lineEnd ? 1 : column + 1;
        }
        return Location.root(line, column);
    }

    private static void count(String file, CharBuffer text) throws JsonRefused {
        try (JsonParser parser = open(text)) {
            for (int n = 1; parser.nextToken() != null; n++) {
                if (n > MAX_TOKENS) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    throw JsonRefused.of(file, Location.root(at.getLineNr(), at.getColumnNr()),
                            "more than " + MAX_TOKENS + " values, keys and brackets", "at most " + MAX_TOKENS);
                }
            }
        } catch (JacksonException e) {
            // what is wrong is said by the second reading, which knows the pointer
            return;
        }
    }

    private JsonValue document() throws JsonRefused {
        try {
            next();
            JsonValue value = value(Location.root(line(), column()), 1);
            here = Location.root(1, 1);
            if (parser.nextToken() != null) {
                throw refused(start(), SyntaxMessage.text(text, parser.currentTokenLocation()),
                        "nothing more after the first value");
            }
            return value;
        } catch (JacksonException e) {
            TokenStreamLocation known = e.getLocation();
            // a number, key or text over its limit comes without a location
            TokenStreamLocation at = known != null ? known : start();
            SyntaxMessage message = SyntaxMessage.of(e, text, at);
            here = message.inValue() ? unfinished() : here;
            throw refused(at, message.found(), message.allowed());
        }
    }

    // the parser reads a key together with the start of its value, so a broken value is met before its key is returned
    private Location unfinished() {
        TokenStreamContext context = parser.streamReadContext();
        boolean key = context.inObject() && context.currentName() != null && parser.currentToken() != null;
        return key && !here.isMember(context.currentName()) ? here.member(context.currentName(), 1, 1) : here;
    }

    private JsonToken next() {
        tokens++;
        return parser.nextToken();
    }

    private JsonValue value(Location at, int depth) throws JsonRefused {
        here = at;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at, depth);
            case START_ARRAY -> array(at, depth);
            case VALUE_STRING -> new JsonText(whole(parser.getString()), at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString(), at);
            case VALUE_TRUE -> new JsonBoolean(true, at);
            case VALUE_FALSE -> new JsonBoolean(false, at);
            case VALUE_NULL -> new JsonValue.JsonNull(at);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw refused(start(), "no value", "a value");
        };
    }

    private JsonObject object(Location at, int depth) throws JsonRefused {
        checkDepth(depth);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String key = whole(parser.currentName());
            Integer first = lines.putIfAbsent(key, line());
            if (first != null) {
                throw refused(start(), "the key " + JsonWriter.quoted(Problem.shorten(key)) + " a second time (line "
                        + line() + ", first on line " + first + ")", "every key once");
            }
            here = at.member(key, line(), column());
            next();
            members.put(key, value(at.member(key, line(), column()), depth + 1));
            here = at;
        }
        return new JsonObject(members, at);
    }

    private JsonArray array(Location at, int depth) throws JsonRefused {
        checkDepth(depth);
        List<JsonValue> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value(at.item(items.size(), line(), column()), depth + 1));
            here = at;
        }
        return new JsonArray(items, at);
    }

    private void checkDepth(int depth) throws JsonRefused {
        if (depth > MAX_DEPTH) {
            throw refused(start(), "objects and lists " + depth + " deep",
                    "at most " + MAX_DEPTH + " inside each other");
        }
        if (tokens > MAX_TOKENS) {
            throw refused(start(), "more than " + MAX_TOKENS + " values, keys and brackets", "at most " + MAX_TOKENS);
        }
    }

    private String whole(String value) throws JsonRefused {
        for (int i = 0; i < value.length(); i++) {
            if (JsonWriter.isLone(value, i)) {
                throw refused(start(), "half a character (a lone surrogate escape)",
                        "both \\u escapes of the pair, or the character itself");
            }
        }
        return value;
    }

    private TokenStreamLocation start() {
        TokenStreamLocation token = parser.currentTokenLocation();
        return token.getLineNr() > 0 ? token : parser.currentLocation();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private JsonRefused refused(TokenStreamLocation at, String found, String allowed) {
        return JsonRefused.of(file, here.moved(at.getLineNr(), at.getColumnNr()), found, allowed);
    }
}
