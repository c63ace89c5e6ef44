package io.headroom.validate;

import io.headroom.catalog.band.Bands;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Quantity.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The bands of left-out errors as their file is written. A model that has factors on an engine and architecture: errors on its
 * configurations left out, times what repeats of one configuration differ by, because its rows are mostly of one version
 * of the engine and a plan may be of another. An engine on an architecture: errors on models left out. An
 * engine anywhere: accelerators left out. An architecture under any engine: engines left out. Neither: both of these, and
 * sources left out. Throughput is also what Little's law makes of E2E. A band holds the estimate: one-sided errors of fits
 * that had not seen a group do not mean that the shipped one, which has, is biased.
 */
final class BandText {

    /** Below it percentiles mean nothing. */
    private static final int FEWEST = 15;
    private static final int HALVINGS = 20;
    /** The key of any engine on any architecture, of a quantity. */
    private static final UnaryOperator<String> ANY = quantity -> Bands.key(quantity, "", "");

    private final Map<String, List<Double>> ratios = new TreeMap<>();
    private final Map<String, List<Double>> ofModels = new TreeMap<>();
    private final List<Double> repeats;

    /** @param repeats measured over measured again, of the same configuration */
    BandText(List<Double> repeats) {
        this.repeats = repeats;
    }

    /** @param known "engine/architecture/model" of those that have factors */
    void addConfigurationsLeftOut(Collection<ValidatedRow> rows, Set<String> known) {
        add(rows.stream().filter(r -> known.contains(of(r).kernels())).toList(),
                r -> List.of(q -> Bands.key(q, of(r).engine(), of(r).architecture(), of(r).model())), ofModels);
    }

    void addModelsLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of(q -> Bands.key(q, of(r).engine(), of(r).architecture())));
    }

    void addAcceleratorsLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of(q -> Bands.key(q, of(r).engine(), ""), ANY));
    }

    void addEnginesLeftOut(Collection<ValidatedRow> rows) {
        add(rows, r -> List.of(q -> Bands.key(q, "", of(r).architecture()), ANY));
    }

    void addSourcesLeftOut(Collection<ValidatedRow> rows) {
        add(rows, _ -> List.of(ANY));
    }

    private void add(Collection<ValidatedRow> rows, Function<ValidatedRow, List<UnaryOperator<String>>> keys) {
        add(rows, keys, ratios);
    }

    private static void add(Collection<ValidatedRow> rows, Function<ValidatedRow, List<UnaryOperator<String>>> keys,
            Map<String, List<Double>> to) {
        for (ValidatedRow row : rows) {
            double ratio = row.measured() / row.estimated();
            for (UnaryOperator<String> key : keys.apply(row)) {
                if (row.quantity() == Quantity.E2E) {
                    add(key.apply(Bands.E2E), ratio, to);
                    add(key.apply(Bands.THROUGHPUT), 1 / ratio, to);
                } else if (row.quantity().phase() == Phase.SERVING) {
                    add(key.apply(Bands.THROUGHPUT), ratio, to);
                } else {
                    add(key.apply(row.quantity() == Quantity.TTFT ? Bands.TTFT : Bands.TPOT), ratio, to);
                }
            }
        }
    }

    private static void add(String key, double ratio, Map<String, List<Double>> to) {
        to.computeIfAbsent(key, _ -> new ArrayList<>()).add(ratio);
    }

    private static FitCase of(ValidatedRow row) {
        return new FitCase(row.configuration(), List.of(row));
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        ratios.forEach((key, all) -> line(key, all, List.of(1.0), lines));
        ofModels.forEach((key, all) -> line(key, all, repeats, lines));
        return "{\n  \"note\": \"10th and 90th percentile of measured over estimated on "
                + "rows that the fit had not seen, 1 in between: quantity/engine/architecture, * = any, and "
                + "quantity/engine/architecture/model, times what repeats of a configuration differ by\",\n  \"bands\": {\n"
                + String.join(",\n", lines) + "\n  }\n}\n";
    }

    private static void line(String key, List<Double> all, List<Double> times, List<String> to) {
        if (all.size() >= FEWEST) {
            double[] band = band(all, times);
            to.add(String.format(Locale.ROOT, "    \"%s\": {\"low\": %.3f, \"high\": %.3f, \"rows\": %d}", key, band[0],
                    band[1], all.size()));
        }
    }

    private static double[] band(List<Double> all, List<Double> times) {
        double[] sorted = all.stream().flatMapToDouble(r -> times.stream().mapToDouble(t -> r * t)).sorted().toArray();
        return new double[] {Math.min(1, ErrorStatistics.quantile(sorted, 0.1)),
            Math.max(1, ErrorStatistics.quantile(sorted, 0.9))};
    }

    /** The share of rows that lie in a band of their model that a random half of its other rows earned. */
    double shareInBandsOfOtherHalf(Random random) {
        int in = 0;
        int count = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (List<Double> all : ofModels.values()) {
                if (all.size() >= FEWEST) {
                    List<Double> shuffled = new ArrayList<>(all);
                    Collections.shuffle(shuffled, random);
                    double[] band = band(shuffled.subList(0, all.size() / 2), repeats);
                    List<Double> others = shuffled.subList(all.size() / 2, all.size());
                    in += (int) others.stream().filter(r -> r >= band[0] && r <= band[1]).count();
                    count += others.size();
                }
            }
        }
        return in / (double) count;
    }
}
