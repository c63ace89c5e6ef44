package io.headroom.cli.output;

import io.headroom.explore.compare.Comparison;
import io.headroom.explore.compare.Row;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A comparison as a table for people. */
public final class ComparisonText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int NAME_WIDTH = 34;
    private static final int MOST_WIDTH = 30;
    private static final String GAP = "  ";

    private ComparisonText() {
    }

    /** The rows that differ, or {@code isAll} of them, with the change to the baseline behind each number. */
    public static List<String> table(Comparison comparison, boolean isAll) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(header(comparison));
        cells.add(row("Verdict", comparison, i -> comparison.plans().get(i).verdict().toString()));
        section(cells, comparison, comparison.inputs(), isAll);
        section(cells, comparison, comparison.metrics(), isAll);
        return aligned(cells);
    }

    private static List<String> header(Comparison comparison) {
        return row("", comparison, i -> comparison.plans().get(i).plan().name()
                + (i == comparison.baseline() ? " (baseline)" : ""));
    }

    private static void section(List<List<String>> cells, Comparison comparison, List<Row> rows, boolean isAll) {
        cells.add(List.of());
        rows.stream().filter(row -> isAll || row.differs(comparison.baseline()))
                .forEach(row -> cells.add(row(row.name(), comparison, i -> cell(row, i, comparison.baseline()))));
    }

    private static String cell(Row row, int plan, int baseline) {
        String text = row.text(plan, FORMAT);
        double change = row instanceof Row.Numbers n ? n.change(plan, baseline) : 0;
        if (change != 0 && Double.isFinite(change)) {
            return text + " (" + (change > 0 ? "+" : "") + FORMAT.share(change) + ")";
        }
        return text.length() <= MOST_WIDTH ? text : text.substring(0, MOST_WIDTH - 1) + "…";
    }

    private static List<String> row(String name, Comparison comparison, IntFunction<String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        IntStream.range(0, comparison.plans().size()).mapToObj(cell).forEach(cells::add);
        return cells;
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(i == 0 ? NAME_WIDTH : MOST_WIDTH, row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i);
                String space = " ".repeat(Math.max(0, widths[i] - text.length()));
                line.append(i == 0 ? text + space : GAP + space + text);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
