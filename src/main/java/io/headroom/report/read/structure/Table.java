package io.headroom.report.read.structure;

import java.util.List;

/**
 * A table of a report; every row has as many cells as the header.
 *
 * @param line line of the header, from 1
 * @param path what it stands under, outermost first
 * @param header texts of the header
 * @param rows the body
 */
public record Table(int line, List<String> path, List<String> header, List<Row> rows) {

    /**
     * A row of the body.
     *
     * @param line line of the file, from 1
     * @param cells texts without markup
     */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Table {
        path = List.copyOf(path);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Tables are told apart by their place: comparing every cell of them for every number would take long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && table.line == line && table.path.equals(path);
    }

    @Override
    public int hashCode() {
        return line;
    }
}
