package io.headroom.validate;

import io.headroom.catalog.band.Bands;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Quantity.Phase;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;
import java.util.function.Function;

/**
 * The bands of left-out errors as their file is written. An engine on an architecture: errors on models left out. An
 * engine anywhere: accelerators left out. An architecture under any engine: engines left out. Neither: both of these, and sources left out.
 * Throughput is also what Little's law makes of E2E. A band holds the estimate: one-sided errors of fits that had not
 * seen a group do not mean that the shipped one, which has, is biased.
 */
final class BandText {

    /** Below it percentiles mean nothing. */
    private static final int FEWEST = 15;

    private final Map<String, List<Double>> ratios = new TreeMap<>();

    void addModelsLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of(engine(r) + "\n" + architecture(r)));
    }

    void addAcceleratorsLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of(engine(r) + "\n", "\n"));
    }

    void addEnginesLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of("\n" + architecture(r), "\n"));
    }

    void addSourcesLeftOut(Collection<ValidatedRow> rows) {
        add(rows, _ -> List.of("\n"));
    }

    private void add(Collection<ValidatedRow> rows, Function<ValidatedRow, List<String>> groups) {
        for (ValidatedRow row : rows) {
            double ratio = row.measured() / row.estimated();
            for (String group : groups.apply(row)) {
                if (row.quantity() == Quantity.E2E) {
                    add("e2e", group, ratio);
                    add("throughput", group, 1 / ratio);
                } else if (row.quantity().phase() == Phase.SERVING) {
                    add("throughput", group, ratio);
                } else {
                    add(row.quantity() == Quantity.TTFT ? "ttft" : "tpot", group, ratio);
                }
            }
        }
    }

    private void add(String quantity, String group, double ratio) {
        int end = group.indexOf('\n');
        ratios.computeIfAbsent(Bands.key(quantity, group.substring(0, end), group.substring(end + 1)),
                _ -> new ArrayList<>()).add(ratio);
    }

    private static String engine(ValidatedRow row) {
        String engine = row.configuration().plan().assumptions().engine();
        return engine == null ? "" : engine;
    }

    private static String architecture(ValidatedRow row) {
        return row.configuration().plan().hardware().gpu().architecture();
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder("{\n  \"note\": \"10th and 90th percentile of measured over estimated on "
                + "rows that the fit had not seen, 1 in between: quantity/engine/architecture, * = any\",\n  \"bands\": {");
        String separator = "";
        for (Map.Entry<String, List<Double>> e : ratios.entrySet()) {
            if (e.getValue().size() >= FEWEST) {
                double[] sorted = e.getValue().stream().mapToDouble(r -> r).sorted().toArray();
                s.append(separator).append(String.format(Locale.ROOT,
                        "\n    \"%s\": {\"low\": %.3f, \"high\": %.3f, \"rows\": %d}", e.getKey(),
                        Math.min(1, ErrorStatistics.quantile(sorted, 0.1)),
                        Math.max(1, ErrorStatistics.quantile(sorted, 0.9)), sorted.length));
                separator = ",";
            }
        }
        return s + "\n  }\n}\n";
    }
}
