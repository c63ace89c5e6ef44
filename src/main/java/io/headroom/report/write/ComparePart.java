package io.headroom.report.write;

import io.headroom.explore.compare.Comparison;
import io.headroom.explore.compare.Row;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All plans of the review side by side, where they differ. */
final class ComparePart {

    private ComparePart() {
    }

    static void write(ReportContent report, Blocks blocks) {
        Comparison all = report.comparison();
        if (all.plans().size() < 2) {
            return;
        }
        Formatter format = report.format();
        blocks.heading(2, "All plans");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Verdict", all, i -> all.plans().get(i).verdict().toString()));
        Stream.concat(all.inputs().stream(), all.metrics().stream()).filter(row -> row.differs(all.baseline()))
                .forEach(row -> rows.add(row(row.name(), all, i -> cell(row, i, all.baseline(), format))));
        blocks.table(row("", all, i -> all.plans().get(i).plan().name() + (i == all.baseline() ? " (baseline)" : "")),
                rows, Blocks.columns(1, all.plans().size()), "compare");
        blocks.paragraph("What is the same in all plans is left out.", "aside");
    }

    private static List<String> row(String name, Comparison all, IntFunction<String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        IntStream.range(0, all.plans().size()).mapToObj(cell).forEach(cells::add);
        return cells;
    }

    private static String cell(Row row, int plan, int baseline, Formatter format) {
        double change = row instanceof Row.Numbers n ? n.change(plan, baseline) : 0;
        return row.text(plan, format) + (change != 0 && Double.isFinite(change)
                ? " (" + (change > 0 ? "+" : "") + format.share(change) + ")" : "");
    }
}
