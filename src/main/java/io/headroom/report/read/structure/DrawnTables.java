package io.headroom.report.read.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables that are drawn rather than marked up, turned into pipe tables line by line: frames of box characters, frames
 * of "+---+", and columns set apart by tabs or at least two spaces.
 */
final class DrawnTables {

    private static final Pattern RULE = Pattern.compile("\\s*[+├┌└╞╠╔╚┏┣┗][-=─━═┬┼┴╪╬╦╩┳╋┻+]+[+┤┐┘╡╣╗╝┓┫┛]\\s*");
    private static final Pattern GAP = Pattern.compile("\\t+| {2,}");
    private static final Pattern DASHES = Pattern.compile("[-=─\\s]{3,}");
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_COLUMNS = 3;

    private DrawnTables() {
    }

    /** The same number of lines with drawn tables as pipe tables. */
    static List<String> asPipes(List<String> lines) {
        return spaced(framed(lines));
    }

    private static List<String> framed(List<String> lines) {
        List<String> out = new ArrayList<>(lines.size());
        int rows = 0;
        boolean ruled = false;
        for (String line : lines) {
            if (RULE.matcher(line).matches() && line.strip().length() > 2) {
                boolean delimiter = rows == 1 && !ruled;
                out.add(delimiter ? delimiter(columns(out.getLast())) : rows == 0 ? "" : "|" + " |".repeat(2));
                ruled |= delimiter;
            } else if (line.indexOf('│') >= 0 || line.indexOf('┃') >= 0 || line.indexOf('║') >= 0) {
                out.add(line.replace('│', '|').replace('┃', '|').replace('║', '|'));
                rows++;
            } else {
                boolean row = line.strip().startsWith("|") && !out.isEmpty() && (rows > 0 || out.getLast().isEmpty());
                rows = row ? rows + 1 : 0;
                ruled &= row;
                out.add(line);
            }
        }
        return out;
    }

    private static int columns(String row) {
        String inner = row.strip().replaceAll("^\\||\\|$", "");
        return inner.split("\\|", -1).length;
    }

    private static String delimiter(int columns) {
        return "|" + "---|".repeat(columns);
    }

    private static List<String> spaced(List<String> lines) {
        List<String> out = new ArrayList<>(lines);
        int at = 0;
        while (at < lines.size()) {
            int width = width(lines.get(at));
            int end = at;
            while (width >= FEWEST_COLUMNS && end < lines.size()
                    && (width(lines.get(end)) == width || end == at + 1 && isRule(lines.get(end)))) {
                end++;
            }
            boolean underlined = end > at + 1 && isRule(lines.get(at + 1));
            if (end - at >= FEWEST_ROWS && (underlined || at == 0 || lines.get(at - 1).isBlank())) {
                turn(lines, at, end, underlined, out);
                at = end;
            } else {
                at++;
            }
        }
        return out;
    }

    // a delimiter row needs a line of its own: the rule under the header, or the blank line above, to which the header moves
    private static void turn(List<String> lines, int from, int to, boolean underlined, List<String> out) {
        int columns = width(lines.get(from));
        if (!underlined && from == 0) {
            return;
        }
        if (!underlined) {
            out.set(from - 1, pipes(lines.get(from)));
        } else {
            out.set(from, pipes(lines.get(from)));
        }
        out.set(underlined ? from + 1 : from, delimiter(columns));
        for (int i = underlined ? from + 2 : from + 1; i < to; i++) {
            out.set(i, pipes(lines.get(i)));
        }
    }

    private static boolean isRule(String line) {
        return DASHES.matcher(line).matches() && line.strip().length() >= FEWEST_COLUMNS && !line.isBlank();
    }

    private static String pipes(String line) {
        return "| " + String.join(" | ", GAP.split(line.strip())) + " |";
    }

    private static int width(String line) {
        String body = line.strip();
        boolean other = body.isEmpty() || body.indexOf('|') >= 0 || body.startsWith("#") || body.startsWith("- ")
                || body.startsWith("* ") || body.startsWith("```") || isRule(line);
        return other ? 0 : GAP.split(body).length;
    }
}
