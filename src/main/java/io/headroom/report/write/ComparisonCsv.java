package io.headroom.report.write;

import io.headroom.explore.compare.Comparison;
import io.headroom.explore.compare.Row;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A comparison for programs: comma-separated values by RFC 4180. */
public final class ComparisonCsv {

    // of ranges, which are words here; numbers are in SI units
    private static final Formatter WORDS = new Formatter(ByteUnits.GB);

    private ComparisonCsv() {
    }

    /** Every row: id, name, and a column a plan; numbers in SI units. */
    public static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            List<Object> head = new ArrayList<>(List.of("id", "name"));
            comparison.plans().forEach(p -> head.add(p.plan().name()));
            printer.printRecord(head);
            for (List<Row> rows : List.of(comparison.inputs(), comparison.metrics())) {
                for (Row row : rows) {
                    List<Object> line = new ArrayList<>(List.of(row.id(), row.name()));
                    line.addAll(switch (row) {
                        case Row.Numbers n -> n.values().stream().map(v -> v.isNaN() ? "" : number(v)).toList();
                        case Row.Words w -> w.words();
                        case Row.Ranges r -> IntStream.range(0, r.plans().size()).mapToObj(i -> r.text(i, WORDS)).toList();
                    });
                    printer.printRecord(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}
