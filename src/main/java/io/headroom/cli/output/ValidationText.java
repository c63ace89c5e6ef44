package io.headroom.cli.output;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.validate.ErrorStatistics;
import io.headroom.validate.ErrorTable;
import io.headroom.validate.Grouping;
import io.headroom.validate.HeldOut;
import io.headroom.validate.ValidatedRow;
import io.headroom.validate.ValidationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Errors of estimates as tables for people, line by line. */
public final class ValidationText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final List<Grouping> BY = List.of(Grouping.FAMILY, Grouping.GPU, Grouping.ENGINE, Grouping.PRECISION,
            Grouping.BATCH);
    private static final String[] COLUMNS = {"rows", "median", "p90", "bias", "in 10 %", "in 25 %", "in band"};
    private static final int COLUMN_WIDTH = 9;
    private static final int GAP = 2;

    private final List<String> lines = new ArrayList<>();
    /** Whether a row lies in its band, of rows that have one. */
    private final Map<ValidatedRow, Boolean> inBand = new IdentityHashMap<>();

    private ValidationText() {
    }

    /** All of {@code result}: what was read, the errors, what was doubted and what was skipped. */
    public static List<String> of(String file, HeldOut heldOut, ValidationResult result) {
        ValidationText text = new ValidationText();
        text.summary(file, heldOut, result);
        Collection<ValidatedRow> all = result.all();
        all.stream().filter(r -> r.band().isPresent()).forEach(r -> text.inBand.put(r, r.isInBand()));
        text.table("Errors", all, Grouping.QUANTITY);
        text.table("By phase", all, Grouping.PHASE);
        BY.forEach(grouping -> text.table("By " + grouping.label(), all, Grouping.QUANTITY, grouping));
        text.doubted(result);
        text.skipped(result);
        return text.lines;
    }

    private void summary(String file, HeldOut heldOut, ValidationResult result) {
        long doubted = result.rows().stream().filter(r -> !r.doubt().isEmpty()).count();
        lines.add(file + ": " + counted(result.rows().size() + result.skipped().size()) + " rows; "
                + counted(result.rows().size()) + " estimated, of them " + counted(doubted) + " doubted; "
                + counted(result.skipped().size()) + " skipped");
        if (!result.endToEnd().isEmpty()) {
            lines.add("  " + counted(result.endToEnd().size()) + " E2E latencies are TTFT + (output - 1) * TPOT of two "
                    + "rows of one configuration.");
        }
        lines.add("  Error = estimated / measured - 1: median and 90th percentile of its size, and bias, the median of "
                + "itself. Doubted rows are in no table.");
        if (heldOut != HeldOut.NOTHING) {
            lines.add("  " + heldOut.meaning());
        }
    }

    private void table(String title, Collection<ValidatedRow> rows, Grouping... groupings) {
        Map<List<String>, ErrorStatistics> statistics = ErrorTable.of(rows, groupings).statistics();
        if (statistics.isEmpty()) {
            return;
        }
        Map<List<String>, List<ValidatedRow>> members = ErrorTable.groups(rows, groupings);
        int[] widths = new int[groupings.length];
        for (List<String> key : statistics.keySet()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], key.get(i).length() + GAP);
            }
        }
        lines.add("");
        lines.add("  " + title);
        StringBuilder head = new StringBuilder("    ").append(" ".repeat(Arrays.stream(widths).sum()));
        for (String column : COLUMNS) {
            head.append(right(column));
        }
        lines.add(head.toString());
        statistics.forEach((key, s) -> lines.add(row(key, widths, s, members.get(key))));
    }

    private String row(List<String> key, int[] widths, ErrorStatistics s, List<ValidatedRow> members) {
        StringBuilder line = new StringBuilder("    ");
        for (int i = 0; i < widths.length; i++) {
            line.append(key.get(i)).append(" ".repeat(widths[i] - key.get(i).length()));
        }
        String bias = (s.bias() > 0 ? "+" : "") + FORMAT.share(s.bias());
        return line.append(right(counted(s.count()))).append(right(FORMAT.share(s.medianAbsolute())))
                .append(right(FORMAT.share(s.p90Absolute()))).append(right(bias))
                .append(right(FORMAT.share(s.within10()))).append(right(FORMAT.share(s.within25())))
                .append(right(FORMAT.share(inBand(members)))).toString();
    }

    /** Share of the rows that have a band and lie in it; NaN where none has one. */
    private double inBand(List<ValidatedRow> rows) {
        List<Boolean> banded = rows.stream().map(inBand::get).filter(Objects::nonNull).toList();
        return banded.stream().filter(is -> is).count() / (double) banded.size();
    }

    private void doubted(ValidationResult result) {
        Map<String, List<ValidatedRow>> byRule = new TreeMap<>();
        result.rows().stream().filter(r -> !r.doubt().isEmpty())
                .forEach(r -> byRule.computeIfAbsent(r.doubt(), _ -> new ArrayList<>()).add(r));
        byRule.forEach((rule, rows) -> {
            lines.add("");
            lines.add("  Doubted: " + rule + " (" + counted(rows.size()) + ")");
            rows.stream().map(ValidatedRow::id).sorted().forEach(id -> lines.add("    " + id));
        });
    }

    private void skipped(ValidationResult result) {
        if (result.skipped().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  Skipped");
        result.skippedByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> lines.add("    " + right(counted(e.getValue())) + "  " + e.getKey()));
    }

    private static String counted(long count) {
        return FORMAT.text(count, Dimension.COUNT);
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, COLUMN_WIDTH - text.length())) + text;
    }
}
