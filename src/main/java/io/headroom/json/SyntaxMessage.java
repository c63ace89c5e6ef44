package io.headroom.json;

import java.nio.CharBuffer;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The parser's complaint in the words of a refusal; the parser's own speak of its switches.
 *
 * @param found what stands there
 * @param allowed what may stand there
 */
record SyntaxMessage(String found, String allowed) {

    // fragments of the parser's messages; the first that occurs decides
    private static final String[][] ALLOWED = {
        {"for a string value", "the rest of the text and its closing quote"},
        {"end-of-input", "the rest: the file was cut off inside an object or list"},
        {"start property name", "a key in double quotes"},
        {"colon", "a colon after the key"},
        {"comma", "a comma, or the closing bracket"},
        {"Leading zeroes", "a number without leading zeros"},
        {"Non-standard token", "a finite number"},
        {"comment", "a value; JSON has no comments"},
        {"numeric value", "a number such as -1, 0.5 or 2e9"},
        {"surrogate", "both \\u escapes of the pair, or the character itself"},
        {"hex-digit", "four hexadecimal digits after \\u"},
        {"escape", "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"},
        {"unquoted character", "a line end or control character in text to be written as \\n, \\t or \\u0000"},
        {"no open", "no closing bracket without an opening one"},
        {"expected ']'", "the ] that closes the list"},
        {"expected '}'", "the } that closes the object"},
        {"between tokens", "a space, tab or line end between values"},
        {"value", "a value: text in double quotes, a number, true, false, null, [ or {"},
        {"Unrecognized token", "a value: text in double quotes, a number, true, false, null, [ or {"},
    };

    /** Whether it is a value that is broken, not what stands between values. */
    boolean inValue() {
        return !(allowed.startsWith("a key") || allowed.startsWith("a comma") || allowed.startsWith("a colon")
                || allowed.startsWith("the rest: ") || allowed.contains("clos"));
    }

    static SyntaxMessage of(JacksonException e, CharBuffer text, TokenStreamLocation at) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return limit(message);
        }
        for (String[] row : ALLOWED) {
            if (message.contains(row[0])) {
                return new SyntaxMessage(text(text, at), row[1]);
            }
        }
        return new SyntaxMessage(text(text, at), "valid JSON");
    }

    private static SyntaxMessage limit(String message) {
        if (message.startsWith("Number")) {
            return new SyntaxMessage("a number that is too long", "at most " + JsonReader.MAX_NUMBER + " characters");
        }
        if (message.startsWith("Name")) {
            return new SyntaxMessage("a key that is too long", "at most " + JsonReader.MAX_KEY + " characters");
        }
        return new SyntaxMessage("a text that is too long", "at most " + JsonReader.MAX_TEXT + " characters");
    }

    /** What stands at a location: a word, a character, or the end. */
    static String text(CharBuffer text, TokenStreamLocation at) {
        long offset = at.getCharOffset();
        if (offset < 0 || offset >= text.length()) {
            return "the end of the file";
        }
        int start = (int) offset;
        int end = start;
        while (end < text.length() && end - start < 20 && isWord(text.charAt(end))) {
            end++;
        }
        if (end > start) {
            return text.subSequence(start, end).toString();
        }
        int c = Character.codePointAt(text, start);
        boolean shown = c > ' ' && c != 0x7f && Character.isDefined(c) && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT && !Character.isSpaceChar(c);
        return shown ? "'" + Character.toString(c) + "'" : String.format(Locale.ROOT, "the character U+%04X", c);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }
}
