package io.headroom.report.read.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as text, with line ends made alike, and what had to be repaired to read it.
 *
 * @param text the report; lines are those of the file
 * @param repairs every place that was not read as it stands, in the file's order
 */
public record ReportText(String text, List<Repair> repairs) {

    /** The largest report that is read: reports are pages, not books. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int EXAMPLES = 4;
    private static final int LINES_NAMED = 6;

    public ReportText {
        repairs = List.copyOf(repairs);
    }

    /**
     * The text of {@code bytes}, put right where it was saved in a wrong encoding.
     *
     * @throws NotReadable where it is too large, empty, a picture, an archive or otherwise no text
     */
    public static ReportText of(byte[] bytes) throws NotReadable {
        if (bytes.length == 0) {
            throw new NotReadable("The file is empty.");
        }
        if (bytes.length > MAX_BYTES) {
            throw new NotReadable("The file has " + bytes.length + " bytes; a report may have " + MAX_BYTES + ".");
        }
        refuseKnownFormats(bytes);
        List<Repair> repairs = new ArrayList<>();
        String text = lineEnds(Octets.decoded(bytes, repairs));
        refuseControls(text);
        String repaired = Mojibake.repaired(text, repairs);
        return new ReportText(repaired.replace("\u200B", "").replace("\uFEFF", ""), repairs);
    }

    /** One sentence for each cause: how many characters, on which lines, with examples. */
    public List<String> repairTexts() {
        Map<String, List<Repair>> byCause = new LinkedHashMap<>();
        repairs.forEach(r -> byCause.computeIfAbsent(r.cause(), c -> new ArrayList<>()).add(r));
        List<String> texts = new ArrayList<>();
        byCause.forEach((cause, of) -> texts.add(sentence(cause, of)));
        return texts;
    }

    private static String sentence(String cause, List<Repair> of) {
        List<String> examples = of.stream().map(r -> r.found() + " → " + r.became()).distinct().limit(EXAMPLES).toList();
        List<String> lines = of.stream().map(r -> Integer.toString(r.line())).distinct().toList();
        String named = String.join(", ", lines.subList(0, Math.min(LINES_NAMED, lines.size())));
        String more = lines.size() > LINES_NAMED ? " and " + (lines.size() - LINES_NAMED) + " more" : "";
        return cause + ": " + of.size() + (of.size() == 1 ? " place" : " places") + " repaired (" + String.join(", ",
                examples) + ") on " + (lines.size() == 1 ? "line " : "lines ") + named + more + ".";
    }

    private static String lineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace("\f", "");
    }

    private static void refuseKnownFormats(byte[] bytes) throws NotReadable {
        if (Octets.startsWith(bytes, '%', 'P', 'D', 'F')) {
            throw new NotReadable("The file is a PDF. Save its text as .md or .txt and open that.");
        }
        if (Octets.startsWith(bytes, 'P', 'K', 3, 4)) {
            throw new NotReadable("The file is an archive (or a .docx). Save its text as .md or .txt and open that.");
        }
    }

    private static void refuseControls(String text) throws NotReadable {
        long controls = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t' && c != 0x1B || c == 0x7F).count();
        if (controls * 100 > text.length() || text.indexOf('\0') >= 0) {
            throw new NotReadable("The file is not text: it holds " + controls + " control characters.");
        }
    }
}
