package io.headroom.report.read.structure;

import io.headroom.report.read.structure.Passage.Cell;
import io.headroom.report.read.structure.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** A Markdown table as {@link Table} and its cells as passages. */
final class TableReader {

    private TableReader() {
    }

    static void read(TableBlock block, int offset, List<String> path, List<Table> tables, List<Passage> passages) {
        List<String> header = List.of();
        List<Table.Row> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                int line = offset + 1 + row.getSourceSpans().getFirst().getLineIndex();
                if (part instanceof TableHead) {
                    header = cells(row);
                } else if (cells(row).stream().anyMatch(c -> !c.isBlank())) {
                    rows.add(new Table.Row(line, padded(cells(row), header.size())));
                }
            }
        }
        int line = offset + 1 + block.getSourceSpans().getFirst().getLineIndex();
        Table table = new Table(line, path, header, rows);
        tables.add(table);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < header.size(); c++) {
                String text = rows.get(r).cells().get(c);
                if (!text.isBlank()) {
                    passages.add(new Passage(rows.get(r).line(), Kind.CELL, text, path, new Cell(table, r, c)));
                }
            }
        }
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(InlineText.text(cell));
        }
        return cells;
    }

    private static List<String> padded(List<String> cells, int size) {
        List<String> whole = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
        while (whole.size() < size) {
            whole.add("");
        }
        return whole;
    }
}
