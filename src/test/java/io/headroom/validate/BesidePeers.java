package io.headroom.validate;

import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Errors of other estimators and of fits that have not seen the rows, on the same rows: the runs by which the authors of BLIS
 * compare it with others, and what all of these made of them. Source: {@code peers.csv}, from
 * inference-sim/sim-to-real-accuracy-validation, results_iter36/error_records.csv (7f3b270) and
 * results_trainval/error_records.csv (dcec3fd).
 */
final class BesidePeers {

    private static final String TITLE = """
            ## Beside peers

            Median / mean of the absolute error, in percent: what the estimator published for its stages, then fits of Headroom that have not seen
            the models, or the source, on the same stages. Runs of vLLM 0.15.1 by the authors of BLIS, who ran the others; BLIS was trained on runs of theirs.
            Prompts come from the prefix cache, of which only BLIS knows: what the others say of TTFT is of whole prompts.

            | estimator | stages""";
    private static final String FILE = "peers.csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** What is compared: a quantity, its column of the file and the end of its rows' ids. */
    private enum Compared {
        E2E(Quantity.E2E, "e2e_ms", ":e2e"), TPOT(Quantity.TPOT, "tpot_ms", ":tpot"), TTFT(Quantity.TTFT, "ttft_ms", ":ttft");

        private final Quantity quantity;
        private final String column;
        private final String suffix;

        Compared(Quantity quantity, String column, String suffix) {
            this.quantity = quantity;
            this.column = column;
            this.suffix = suffix;
        }
    }

    private record Errors(List<Double> theirs, List<Double> modelLeftOut, List<Double> sourceLeftOut) {

        Errors() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Map<Compared, Errors>> estimators = new LinkedHashMap<>();

    /** The estimates beside {@code measurements}, and what fits that have not seen them made of the rows. */
    static BesidePeers of(List<Measurement> measurements, Reader heldOut) throws IOException {
        Map<String, Double> measured = new HashMap<>();
        measurements.forEach(m -> measured.put(m.id(), m.value()));
        Map<String, CSVRecord> ours = new HashMap<>();
        try (CSVParser rows = CSVParser.builder().setFormat(FORMAT).setReader(heldOut).get()) {
            rows.forEach(row -> ours.put(row.get("id"), row));
        }
        BesidePeers peers = new BesidePeers();
        try (Reader file = new InputStreamReader(BesidePeers.class.getResourceAsStream(FILE), StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.builder().setFormat(FORMAT).setReader(file).get()) {
            for (CSVRecord row : rows) {
                for (Compared what : Compared.values()) {
                    String id = row.get("configuration") + what.suffix;
                    if (!row.get(what.column).isEmpty() && ours.containsKey(id)) {
                        Errors errors = peers.estimators.computeIfAbsent(row.get("estimator"), _ -> new LinkedHashMap<>())
                                .computeIfAbsent(what, _ -> new Errors());
                        errors.theirs.add(Double.parseDouble(row.get(what.column)) / measured.get(id) - 1);
                        errors.modelLeftOut.add(Double.parseDouble(ours.get(id).get(HeldOut.MODEL.key())) - 1);
                        errors.sourceLeftOut.add(Double.parseDouble(ours.get(id).get(HeldOut.SOURCE.key())) - 1);
                    }
                }
            }
        }
        return peers;
    }

    /** Means of |error| of {@code quantity}: of the estimator, of fits without these models, of those without this source. */
    double[] means(String estimator, Quantity quantity) {
        Compared what = Arrays.stream(Compared.values()).filter(c -> c.quantity == quantity).findFirst().orElseThrow();
        Errors e = estimators.get(estimator).get(what);
        return new double[] {mean(e.theirs), mean(e.modelLeftOut), mean(e.sourceLeftOut)};
    }

    /** The section of the validation page. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder(TITLE);
        for (Compared what : Compared.values()) {
            s.append(" | ").append(what).append(" | models left out | source left out");
        }
        s.append(" |\n").append("|---".repeat(2 + 3 * Compared.values().length)).append("|\n");
        estimators.forEach((estimator, found) -> {
            s.append("| ").append(estimator).append(" | ").append(found.get(Compared.E2E).theirs.size());
            for (Compared what : Compared.values()) {
                Errors e = found.get(what);
                s.append(" | ").append(cell(e.theirs)).append(" | ").append(cell(e.modelLeftOut)).append(" | ")
                        .append(cell(e.sourceLeftOut));
            }
            s.append(" |\n");
        });
        return s.toString();
    }

    private static String cell(List<Double> errors) {
        return String.format(Locale.ROOT, "%.1f / %.1f", 100 * median(errors), 100 * mean(errors));
    }

    private static double mean(List<Double> errors) {
        return errors.stream().mapToDouble(Math::abs).average().orElseThrow();
    }

    private static double median(List<Double> errors) {
        return ErrorStatistics.quantile(errors.stream().mapToDouble(Math::abs).sorted().toArray(), 0.5);
    }
}
