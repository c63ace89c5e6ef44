package io.headroom.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, set in columns: names and layouts to the left, the others to the right. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    private final int leftColumns;

    /** A table whose first {@code leftColumns} are set to the left. */
    public Table(int leftColumns, String... head) {
        this.leftColumns = leftColumns;
        rows.add(List.of(head));
    }

    /** Adds a row; one shorter than the head ends in a remark. */
    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The rows, indented. */
    public List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                // a last remark may be as long as it likes
                widths[i] = row.size() == widths.length || i == 0 ? Math.max(widths[i], row.get(i).length()) : widths[i];
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder("  ");
        boolean isRemark = row.size() < widths.length;
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i);
            String space = " ".repeat(Math.max(0, widths[i] - text.length()));
            line.append((i == 0 ? "" : "  ") + (isRemark && i > 0 ? text : i < leftColumns ? text + space : space + text));
        }
        return line.toString().stripTrailing();
    }
}
