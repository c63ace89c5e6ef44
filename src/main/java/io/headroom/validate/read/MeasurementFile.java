package io.headroom.validate.read;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads measurements from CSV (RFC 4180): columns by name in any order, unknown ones ignored, most may be absent. */
public final class MeasurementFile {

    /** Without these a row says nothing that could be estimated. */
    private static final List<String> REQUIRED = List.of("id", "model", "gpu", "metric", "value");
    private static final Set<String> READ = Set.of("id", "tier", "best", "source_repo", "source_file", "source_commit",
            "date", "model", "gpu", "n_gpus", "tp", "pp", "dp", "ep", "framework", "framework_version", "weight_dtype",
            "kv_dtype", "isl", "osl", "concurrency", "request_rate_qps", "metric", "unit", "value", "stat", "notes");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final String file;
    private final Map<String, Integer> columns = new HashMap<>();

    private MeasurementFile(String file) {
        this.file = file;
    }

    /**
     * All rows of a file's {@code bytes}, in UTF-8 with or without a byte order mark; {@code name} is only for messages.
     *
     * @throws MeasurementRefused as {@link #read(String, Reader)}, and where bytes are no UTF-8
     */
    public static List<Measurement> read(String name, byte[] bytes) throws MeasurementRefused {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError()) {
            String before = text.flip().toString();
            long line = 1 + before.chars().filter(c -> c == '\n').count();
            throw new MeasurementRefused(name, line, "character " + (before.length() - before.lastIndexOf('\n'))
                    + " of the line is no UTF-8; save the file as \"CSV UTF-8\".");
        }
        try {
            return read(name, new StringReader(text.flip().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    /**
     * All rows of {@code text}; {@code name} is only for messages.
     *
     * @throws MeasurementRefused where columns are missing or quotes do not close; a row that is cut short is kept,
     *         to be counted
     */
    public static List<Measurement> read(String name, Reader text) throws MeasurementRefused, IOException {
        try (CSVParser parser = CSVParser.builder().setFormat(FORMAT).setReader(withoutMark(text)).get()) {
            return new MeasurementFile(name).rows(parser);
        } catch (UncheckedIOException e) {
            // the parser's iterator wraps what the reader and the syntax throw
            throw e.getCause();
        }
    }

    // before a quoted name the mark would make the quotes part of the name
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader pushed = new PushbackReader(text);
        int first = pushed.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushed.unread(first);
        }
        return pushed;
    }

    private List<Measurement> rows(CSVParser parser) throws MeasurementRefused, IOException {
        List<Measurement> rows = new ArrayList<>();
        var records = parser.iterator();
        while (hasNext(parser, records)) {
            CSVRecord row = records.next();
            if (columns.isEmpty()) {
                header(row, parser.getCurrentLineNumber());
            } else if (row.size() > 1 || !row.get(0).isEmpty()) {
                rows.add(measurement(row, parser.getCurrentLineNumber()));
            }
        }
        if (columns.isEmpty()) {
            throw new MeasurementRefused(file, 1, "the file is empty; a header with the columns " + REQUIRED
                    + " is needed.");
        }
        return rows;
    }

    private boolean hasNext(CSVParser parser, java.util.Iterator<CSVRecord> records)
            throws MeasurementRefused, IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof org.apache.commons.csv.CSVException) {
                throw new MeasurementRefused(file, parser.getCurrentLineNumber(), "not CSV: "
                        + e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }

    private void header(CSVRecord row, long line) throws MeasurementRefused {
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(name, i) != null && READ.contains(name)) {
                throw new MeasurementRefused(file, line, "the column \"" + name + "\" a second time, as column "
                        + (i + 1) + ".");
            }
        }
        List<String> missing = REQUIRED.stream().filter(c -> !columns.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            throw new MeasurementRefused(file, line, "the header lacks the columns " + missing + "; found "
                    + columns.keySet().stream().sorted().toList() + ".");
        }
    }

    private Measurement measurement(CSVRecord row, long line) {
        int last = REQUIRED.stream().mapToInt(columns::get).max().orElse(0);
        // one broken row is counted by its reason; the others are as good as before
        String damage = row.size() > last ? "" : row.size() + (row.size() == 1 ? " field of " : " fields of ")
                + columns.size();
        String id = text(row, "id");
        return new Measurement(line, id.isEmpty() ? "line " + line : id, text(row, "tier"),
                text(row, "best").equalsIgnoreCase("Y"), text(row, "source_repo"), text(row, "source_file"),
                text(row, "source_commit"), text(row, "date"), text(row, "model"), text(row, "gpu"),
                text(row, "n_gpus"), text(row, "tp"), text(row, "pp"), text(row, "dp"), text(row, "ep"),
                text(row, "framework"), text(row, "framework_version"), text(row, "weight_dtype"),
                text(row, "kv_dtype"), text(row, "isl"), text(row, "osl"), text(row, "concurrency"),
                text(row, "request_rate_qps"), text(row, "metric"), text(row, "unit"), number(text(row, "value")),
                text(row, "stat"), text(row, "notes"), damage);
    }

    private String text(CSVRecord row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? "" : row.get(index);
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
