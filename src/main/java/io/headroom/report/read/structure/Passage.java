package io.headroom.report.read.structure;

import java.util.List;

/**
 * One line of a report, or one cell of a table, with what it stands under.
 *
 * @param line line of the file, from 1
 * @param kind what it is
 * @param text its text without markup
 * @param path headings, lead-in lines and list items it stands under, outermost first
 * @param cell its place in a table, or null
 */
public record Passage(int line, Kind kind, String text, List<String> path, Cell cell) {

    /** What a passage is in the layout. */
    public enum Kind { HEADING, ITEM, LINE, CODE, CELL }

    /**
     * The place of a table cell.
     *
     * @param table its table
     * @param row row of the body, from 0
     * @param column column, from 0
     */
    public record Cell(Table table, int row, int column) {

        /** Text of the row's first cell. */
        public String rowHeader() {
            return table.rows().get(row).cells().getFirst();
        }

        /** Text above the column. */
        public String columnHeader() {
            return table.header().get(column);
        }
    }

    public Passage {
        path = List.copyOf(path);
    }

    /** The same with other text. */
    public Passage withText(String value) {
        return new Passage(line, kind, value, path, cell);
    }
}
