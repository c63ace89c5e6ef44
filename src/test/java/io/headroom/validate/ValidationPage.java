package io.headroom.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tables at the end of the validation page: errors in the fit and on what was left out of it, side by side. */
final class ValidationPage {

    private static final String FIRST = "## Errors by quantity";
    /** Below it percentiles mean nothing. */
    private static final int FEWEST = 3;

    private final Map<String, Collection<ValidatedRow>> columns = new LinkedHashMap<>();

    private String last = "";

    /** What comes after the tables. */
    void end(String section) {
        last = "\n" + section;
    }

    void add(String title, Collection<ValidatedRow> rows) {
        columns.put(title, rows);
    }

    /** Replaces all from the first table on in {@code page}. */
    void write(Path page) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, text.indexOf(FIRST)) + this);
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(FIRST).append("\n\nMedian / 90th percentile of the absolute error / bias "
                + "(median of estimated over measured less 1), in percent.\n");
        table(s);
        section(s, "By source", "source", Grouping.SOURCE);
        section(s, "By engine", "engine", Grouping.ENGINE);
        section(s, "By accelerator", "accelerator", Grouping.GPU);
        section(s, "By model family", "model family", Grouping.FAMILY);
        section(s, "By requests at once", "requests at once", Grouping.BATCH);
        return s.append(last).toString();
    }

    private void section(StringBuilder s, String title, String column, Grouping grouping) {
        s.append("\n## ").append(title).append("\n\n| ").append(column).append(" | quantity");
        head(s, 2);
        rows(s, grouping, Grouping.QUANTITY);
    }

    private void table(StringBuilder s) {
        s.append("\n| quantity");
        head(s, 1);
        rows(s, Grouping.QUANTITY);
    }

    private void head(StringBuilder s, int keys) {
        s.append(" | rows");
        columns.keySet().forEach(title -> s.append(" | ").append(title));
        s.append(" |\n").append("|---".repeat(keys + 1 + columns.size())).append("|\n");
    }

    private void rows(StringBuilder s, Grouping... groupings) {
        Map<String, Map<String, ErrorStatistics>> found = new TreeMap<>();
        columns.forEach((title, rows) -> ErrorTable.of(rows, groupings).statistics().forEach((key, statistics) ->
                found.computeIfAbsent(String.join(" | ", key), _ -> new LinkedHashMap<>()).put(title, statistics)));
        String fit = columns.keySet().iterator().next();
        found.forEach((key, statistics) -> {
            if (statistics.get(fit).count() >= FEWEST) {
                s.append("| ").append(key).append(" | ").append(statistics.get(fit).count());
                columns.keySet().forEach(title -> s.append(" | ").append(cell(statistics.get(title))));
                s.append(" |\n");
            }
        });
    }

    private static String cell(ErrorStatistics e) {
        return String.format(Locale.ROOT, "%.1f / %.0f / %+.0f", 100 * e.medianAbsolute(), 100 * e.p90Absolute(),
                100 * e.bias());
    }

    static List<String> summary(Collection<ValidatedRow> rows) {
        return ErrorTable.of(rows, Grouping.QUANTITY).statistics().entrySet().stream()
                .map(e -> e.getKey().getFirst() + " " + cell(e.getValue())).toList();
    }
}
