package io.headroom.report.read.claim;

import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.structure.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words around one number, from near to far.
 *
 * @param own its clause: up to brackets, semicolons, dashes, "vs" and neighbouring numbers
 * @param before the words of the clause before the number
 * @param after the words of the clause behind it
 * @param label the words before the first colon of the line, or empty
 * @param line the whole line, or the cell
 * @param headers row and column header of a cell, or empty
 * @param path what it stands under, innermost first
 */
record Clause(String own, String before, String after, String label, String line, String headers, List<String> path) {

    private static final Pattern BREAK = Pattern.compile("[();|→]|,\\s|\\s[-–—]\\s|\\bvs\\b\\.?|\\.\\s|\\bcompared (?:to|with)\\b");

    static Clause of(Passage p, List<Quantity> all, Quantity q) {
        String text = p.text();
        int from = 0;
        int to = text.length();
        Matcher m = BREAK.matcher(text);
        while (m.find()) {
            if (m.end() <= q.start()) {
                from = Math.max(from, m.end());
            } else if (m.start() >= q.end()) {
                to = Math.min(to, m.start());
            }
        }
        for (Quantity other : all) {
            if (other.end() <= q.start() && other.start() != q.start()) {
                from = Math.max(from, other.end());
            } else if (other.start() >= q.end()) {
                to = Math.min(to, other.start());
            }
        }
        int colon = colon(text);
        List<String> path = new ArrayList<>(p.path().reversed());
        String headers = p.cell() == null ? "" : (p.cell().column() == 0 ? "" : p.cell().rowHeader() + " | ")
                + p.cell().columnHeader();
        String own = text.substring(Math.min(from, q.start()), Math.max(to, q.end()));
        return new Clause(own, text.substring(Math.min(from, q.start()), q.start()),
                text.substring(q.end(), Math.max(to, q.end())), colon > 0 && colon < q.start() ? text.substring(0, colon) : "",
                text, headers, path);
    }

    // a colon that ends a label, not one of "2:1"
    static int colon(String text) {
        Matcher m = Pattern.compile(":(?:\\s|$)").matcher(text);
        return m.find() ? m.start() : -1;
    }

    /** Contexts in which a metric is looked for, nearest first. */
    List<String> nearToFar() {
        List<String> all = new ArrayList<>();
        all.add(own);
        if (!headers.isEmpty()) {
            all.add(headers);
        }
        if (!label.isEmpty()) {
            all.add(label);
        }
        all.add(line);
        all.addAll(path);
        return all;
    }

    /** The line, its headers and the nearest heading. */
    String around() {
        return line + " " + headers + " " + (path.isEmpty() ? "" : path.getFirst());
    }
}
