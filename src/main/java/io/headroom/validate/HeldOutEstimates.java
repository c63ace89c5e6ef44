package io.headroom.validate;

import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How the fits of the cross-validation estimate rows that they have not seen: estimated over measured, by row. Source:
 * {@code assets/calibration/held-out.csv}, written by the program that fits the calibrated profile.
 */
public final class HeldOutEstimates {

    private static final String FILE = "/io/headroom/assets/calibration/held-out.csv";
    private static final String NO_PART = "took no part in the cross-validation";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Estimated over measured by row, in the order of the kinds. */
    private final Map<String, double[]> ratios = new HashMap<>();

    private HeldOutEstimates() {
    }

    /**
     * The estimates of {@code text}, a CSV file with the columns id, quantity and one of each kind.
     *
     * @throws IllegalArgumentException where a column is missing or a ratio is no number
     */
    public static HeldOutEstimates read(Reader text) throws IOException {
        HeldOutEstimates read = new HeldOutEstimates();
        try (CSVParser parser = CSVParser.builder().setFormat(FORMAT).setReader(text).get()) {
            for (CSVRecord row : parser) {
                double[] ratios = new double[HeldOut.values().length];
                for (HeldOut kind : HeldOut.values()) {
                    ratios[kind.ordinal()] = kind == HeldOut.NOTHING ? 1 : Double.parseDouble(row.get(kind.key()));
                }
                read.ratios.put(key(row.get("id"), Quantity.valueOf(row.get("quantity"))), ratios);
            }
        }
        return read;
    }

    /** Those that come with the program. */
    public static HeldOutEstimates load() {
        try (InputStream in = HeldOutEstimates.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks " + FILE);
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The cross-validation of this installation cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The cross-validation of this installation is damaged: " + e.getMessage(), e);
        }
    }

    /** {@code result} as fits without {@code kind} of each row estimate it; a row that took no part in them is skipped. */
    public ValidationResult of(ValidationResult result, HeldOut kind) {
        List<ValidatedRow> rows = new ArrayList<>();
        List<Reading.Skipped> skipped = new ArrayList<>(result.skipped());
        for (ValidatedRow row : result.rows()) {
            of(row, kind).ifPresentOrElse(rows::add,
                    () -> skipped.add(new Reading.Skipped(row.measurement(), NO_PART, row.doubt())));
        }
        return new ValidationResult(rows, result.endToEnd().stream().flatMap(row -> of(row, kind).stream()).toList(), skipped);
    }

    /**
     * {@code row} as a fit without {@code kind} of it estimates it, without a band, which only the shipped fit has; empty
     * where it took no part in the fits. Nothing that is fitted changes what is estimated of memory.
     */
    public Optional<ValidatedRow> of(ValidatedRow row, HeldOut kind) {
        if (kind == HeldOut.NOTHING || row.quantity().isMemory()) {
            return Optional.of(row);
        }
        return Optional.ofNullable(ratios.get(key(row.id(), row.quantity())))
                .map(r -> row.estimated(row.measured() * r[kind.ordinal()], kind));
    }

    private static String key(String id, Quantity quantity) {
        return quantity + " " + id;
    }
}
