package io.headroom.cli.sweep;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.explore.sweep.Sweep;
import io.headroom.json.JsonWriter;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** The rows of a sweep's file: numbers in SI units, empty where they are not known. */
final class SweepRows {

    /** As RFC 4180, but for the line ends; lines that begin with # belong to the file, not to its table. */
    static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').setCommentMarker('#').get();

    private static final List<Metric> METRICS = List.of(Metric.MEMORY_TOTAL, Metric.MEMORY_UTILIZATION, Metric.TTFT_ALONE,
            Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.TPOT_STEADY, Metric.REQUESTS, Metric.OUTPUT_TOKENS,
            Metric.OUTPUT_TOKENS_PER_GPU, Metric.COST_PER_HOUR, Metric.COST_PER_MILLION_TOKENS, Metric.ENERGY_PER_TOKEN);
    private static final List<String> NAMES = List.of("model", "gpu", "gpus", "bestBy", "whyNot", "layout", "tensor",
            "pipeline", "data", "expert", "context", "sequence", "weights", "kvCache", "concurrentRequests", "headroom");

    private final StringBuilder text = new StringBuilder();
    private long count;

    /** The names of the columns. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(NAMES);
        METRICS.forEach(metric -> columns.add(metric.id()));
        return columns;
    }

    /** One line of {@code cells}. */
    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        print(cells, line);
        return line.toString();
    }

    /** The last line of a file with so many rows. */
    static String last(long rows) {
        return "# rows " + rows + "\n";
    }

    /** Adds what was told of {@code pair} on {@code gpus}. */
    void add(Pair pair, int gpus, Sweep.Row row) {
        List<String> cells = new ArrayList<>(List.of(pair.model(), pair.gpu(), Integer.toString(gpus),
                row.bestBy().stream().map(Objective::id).collect(Collectors.joining(" ")), row.whyNot()));
        row.found().ifPresentOrElse(found -> plan(found, cells), () -> {
            for (int i = cells.size(); i < NAMES.size() + METRICS.size(); i++) {
                cells.add("");
            }
        });
        print(cells, text);
        count++;
    }

    private static void plan(Found found, List<String> cells) {
        Plan plan = found.plan();
        Parallelism p = plan.parallelism();
        cells.add(LayoutLabel.of(plan));
        for (int degree : new int[] {p.tensor(), p.pipeline(), p.data(), p.expert(), p.context()}) {
            cells.add(Integer.toString(degree));
        }
        cells.add(Boolean.toString(p.sequence()));
        cells.add(plan.precision().weights().key());
        cells.add(plan.precision().kvCache().key());
        cells.add(Integer.toString(plan.workload().concurrentRequests()));
        cells.add(number(found.headroom()));
        Estimate estimate = found.estimate();
        METRICS.forEach(metric -> cells.add(number(estimate.get(metric))));
    }

    private static void print(List<String> cells, StringBuilder out) {
        try {
            FORMAT.printRecord(out, cells.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? JsonWriter.number(value) : "";
    }

    /** How many were added. */
    long count() {
        return count;
    }

    /** Their lines. */
    String text() {
        return text.toString();
    }
}
