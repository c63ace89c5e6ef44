package io.headroom.validate;

import io.headroom.validate.read.Quantity;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
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

    /** {@code row} as a fit without {@code kind} of it estimates it; empty where it took no part in the fits. */
    public Optional<ValidatedRow> of(ValidatedRow row, HeldOut kind) {
        if (kind == HeldOut.NOTHING) {
            return Optional.of(row);
        }
        return Optional.ofNullable(ratios.get(key(row.id(), row.quantity()))).map(r -> new ValidatedRow(row.id(),
                row.configuration(), row.quantity(), row.measured(), row.measured() * r[kind.ordinal()], row.isDerived(),
                row.doubt()));
    }

    private static String key(String id, Quantity quantity) {
        return quantity + " " + id;
    }
}
