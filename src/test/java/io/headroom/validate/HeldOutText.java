package io.headroom.validate;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The estimates of rows by fits that have not seen them, as their file is written. */
final class HeldOutText {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    private static final List<HeldOut> KINDS = Arrays.stream(HeldOut.values()).filter(k -> k != HeldOut.NOTHING).toList();

    private final Map<List<String>, Map<HeldOut, String>> ratios = new LinkedHashMap<>();

    HeldOutText(Collection<ValidatedRow> order) {
        order.forEach(row -> ratios.put(key(row), new EnumMap<>(HeldOut.class)));
    }

    void add(HeldOut kind, Collection<ValidatedRow> rows) {
        rows.forEach(row -> ratios.get(key(row)).put(kind,
                String.format(Locale.ROOT, "%.4f", row.estimated() / row.measured())));
    }

    private static List<String> key(ValidatedRow row) {
        return List.of(row.id(), row.quantity().name());
    }

    String text() throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            List<String> header = new ArrayList<>(List.of("id", "quantity"));
            KINDS.forEach(kind -> header.add(kind.key()));
            csv.printRecord(header);
            for (Map.Entry<List<String>, Map<HeldOut, String>> row : ratios.entrySet()) {
                List<String> cells = new ArrayList<>(row.getKey());
                KINDS.forEach(kind -> cells.add(row.getValue().get(kind)));
                csv.printRecord(cells);
            }
        }
        return text.toString();
    }
}
