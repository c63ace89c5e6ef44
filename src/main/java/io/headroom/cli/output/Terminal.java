package io.headroom.cli.output;

import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a run writes: data to one stream, messages to the other.
 *
 * @param out data
 * @param err messages
 */
public record Terminal(PrintStream out, PrintStream err) {

    /** Prints data as JSON, in UTF-8 whatever the terminal's encoding. */
    public void json(JsonValue value) {
        out.writeBytes(JsonWriter.bytes(value));
        out.flush();
    }

    /** Prints lines of data. */
    public void lines(List<String> lines) {
        lines.forEach(line -> out.print(visible(line) + "\n"));
        out.flush();
    }

    /** Prints blocks of lines with an empty line between them. */
    public void blocks(List<List<String>> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            lines(i == 0 ? List.of() : List.of(""));
            lines(blocks.get(i));
        }
    }

    /** Tells the user something. */
    public void message(String text) {
        text.lines().forEach(line -> err.print(visible(line) + "\n"));
        err.flush();
    }

    // names come from files: they may hold line ends, or turn the direction of a terminal's text
    private static String visible(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        shown.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
