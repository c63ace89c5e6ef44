package io.headroom.cli.sweep;

import io.headroom.cli.input.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one sweep's file row by row. */
final class ShardReader implements AutoCloseable {

    private static final int HEADER_LINES = 3;

    private final Path file;
    private final BufferedReader text;
    private final SweepHeader header;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private CSVRecord next;
    private long rows;

    private ShardReader(Path file, BufferedReader text, SweepHeader header, CSVParser parser) {
        this.file = file;
        this.text = text;
        this.header = header;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** Opens {@code file} and reads its header. */
    static ShardReader open(Path file) throws Refusal {
        BufferedReader text = null;
        try {
            text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            SweepHeader header = SweepHeader.read(file.toString(), text.readLine(), text.readLine(), text.readLine());
            ShardReader reader = new ShardReader(file, text, header,
                    CSVParser.builder().setReader(text).setFormat(SweepRows.FORMAT).get());
            reader.columns();
            return reader;
        } catch (IOException e) {
            throw failed(file, e);
        } catch (Refusal e) {
            close(text);
            throw e;
        }
    }

    private void columns() throws Refusal {
        advance();
        if (next == null || !next.toList().equals(SweepRows.columns())) {
            throw Refusal.notValid(file + ", line " + (HEADER_LINES + 1) + ": the columns of a sweep must stand here: "
                    + String.join(",", SweepRows.columns()));
        }
        advance();
    }

    Path file() {
        return file;
    }

    SweepHeader header() {
        return header;
    }

    /** Adds the rows of {@code pair}, which must come next, to {@code out}; answers how many. */
    long copy(Pair pair, StringBuilder out) throws Refusal {
        long before = rows;
        while (next != null && pair.model().equals(next.get(0)) && next.size() > 1 && pair.gpu().equals(next.get(1))) {
            if (next.size() != SweepRows.columns().size()) {
                throw Refusal.notValid(where() + next.size() + " cells, a row has " + SweepRows.columns().size());
            }
            out.append(SweepRows.line(next.toList()));
            rows++;
            advance();
        }
        if (rows == before) {
            throw Refusal.notValid(next == null ? file + " is not whole: the rows of " + pair + " are missing"
                    : where() + found() + " where the rows of " + pair + " must come");
        }
        return rows - before;
    }

    /** Refuses what comes after the last row. */
    void end() throws Refusal {
        if (next != null) {
            throw Refusal.notValid(where() + found() + " does not belong to shard " + header.shard());
        }
        String last = parser.hasTrailerComment() ? "# " + parser.getTrailerComment().strip() + "\n" : "";
        if (!last.equals(SweepRows.last(rows))) {
            throw Refusal.notValid(file + " is not whole: its last line must be '" + SweepRows.last(rows).strip()
                    + "', found " + (last.isEmpty() ? "none" : "'" + last.strip() + "'"));
        }
    }

    private String found() {
        return next.size() < 2 ? "a row of one cell" : "a row of " + new Pair(next.get(0), next.get(1));
    }

    private String where() {
        return file + ", line " + (HEADER_LINES + parser.getCurrentLineNumber()) + ": ";
    }

    private void advance() throws Refusal {
        try {
            next = records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw failed(file, e.getCause());
        }
    }

    private static Refusal failed(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> Refusal.failed("There is no file " + file);
            case CharacterCodingException _ -> Refusal.notValid(file + " is not UTF-8");
            case org.apache.commons.csv.CSVException c -> Refusal.notValid(file + " is not CSV: " + c.getMessage());
            default -> Refusal.failed("Could not read " + file + ": " + e.getMessage());
        };
    }

    @Override
    public void close() {
        close(text);
    }

    private static void close(BufferedReader text) {
        try {
            text.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
