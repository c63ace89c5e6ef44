package io.headroom.cli.search;

import io.headroom.cli.output.Table;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchResult;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a search found, for people. */
final class SearchText {

    static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static final int FRONT_ROWS = 24;

    private SearchText() {
    }

    /** Counts, the best plans, the front and what was rejected. */
    static List<String> result(SearchResult result, List<Objective> objectives, Optional<Distance> distance) {
        List<String> lines = new ArrayList<>();
        String name = result.space().plan().name();
        lines.add(name + ": " + count(result.passing()) + " of " + count(result.size()) + " plans pass, "
                + count(result.layouts()) + " layouts; visited " + count(result.visited()) + ", skipped "
                + count(result.skippedPlans()));
        if (result.passing() > 0) {
            lines.add("  Passing plans have " + result.gpuRanges(FORMAT) + " GPUs.");
        }
        lines.add("");
        lines.addAll(best(result, objectives));
        lines.add("");
        lines.addAll(front(result));
        distance.ifPresent(d -> {
            lines.add("");
            lines.add("  " + d.words(FORMAT));
        });
        if (!result.rejected().isEmpty()) {
            lines.add("");
            lines.addAll(rejected(result));
        }
        return lines;
    }

    private static List<String> best(SearchResult result, List<Objective> objectives) {
        Table table = new Table(3, "Best by", "layout", "format", "batch", "GPUs", "value", "tokens/GPU", "TPOT", "TTFT",
                "memory", "$/1M");
        for (Objective objective : objectives) {
            result.best(objective).ifPresentOrElse(found -> table.add(cells(objective.label(), found,
                    value(objective, found))), () -> table.add(objective.label(),
                            result.passing() == 0 ? "no plan passes" : "not known"));
        }
        return table.lines();
    }

    private static String[] cells(String label, Found found, String value) {
        return new String[] {label, LayoutLabel.of(found.plan()), LayoutLabel.of(found.plan().precision()),
            count(found.plan().workload().concurrentRequests()), text(found, Metric.GPUS), value,
            text(found, Metric.OUTPUT_TOKENS_PER_GPU), text(found, Metric.TPOT_STEADY),
            text(found, ttft(found)), text(found, Metric.MEMORY_TOTAL), text(found, Metric.COST_PER_MILLION_TOKENS)};
    }

    private static Metric ttft(Found found) {
        return Objective.LOWEST_TTFT.metric(found.plan()).orElseThrow();
    }

    private static String value(Objective objective, Found found) {
        return objective.metric(found.plan()).map(metric -> text(found, metric))
                .orElseGet(() -> FORMAT.factor(found.headroom()));
    }

    private static List<String> front(SearchResult result) {
        List<Metric> metrics = result.space().frontMetrics();
        List<String> head = new ArrayList<>(List.of("Front", "format", "batch"));
        metrics.forEach(metric -> head.add(metric.label()));
        Table table = new Table(2, head.toArray(String[]::new));
        List<Found> front = result.front();
        int rows = Math.min(FRONT_ROWS, front.size());
        for (int i = 0; i < rows; i++) {
            // evenly along a long front, both ends among them
            Found found = front.get(rows == 1 ? 0 : (int) ((long) i * (front.size() - 1) / (rows - 1)));
            List<String> cells = new ArrayList<>(List.of(LayoutLabel.of(found.plan()),
                    LayoutLabel.of(found.plan().precision()), count(found.plan().workload().concurrentRequests())));
            metrics.forEach(metric -> cells.add(text(found, metric)));
            table.add(cells.toArray(String[]::new));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (rows < front.size()) {
            lines.add("  " + rows + " of " + count(front.size()) + " plans of the front; --json has all.");
        }
        return lines;
    }

    private static List<String> rejected(SearchResult result) {
        Table table = new Table(1, "Rejected by", "plans");
        result.rejected().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> table.add(entry.getKey(), count(entry.getValue())));
        return table.lines();
    }

    /** Numbers of GPUs beside each other. */
    static List<String> alternatives(Alternatives alternatives, List<Objective> objectives) {
        List<String> lines = new ArrayList<>();
        Objective shown = objectives.size() == Objective.values().length ? Objective.MOST_TOKENS_PER_GPU
                : objectives.getFirst();
        Table table = new Table(2, "GPUs", shown.label(), "tokens/GPU", "tokens", "MFU prefill", "MBU decode", "memory",
                "TTFT", "TPOT", "$/1M", "passing");
        for (Alternatives.Row row : alternatives.rows()) {
            Optional<Found> best = row.result().best(shown);
            String passing = count(row.result().passing()) + " of " + count(row.result().size());
            if (best.isEmpty()) {
                table.add(count(row.gpus()), "no plan passes: " + passing);
                continue;
            }
            Found found = best.get();
            table.add(count(row.gpus()), LayoutLabel.of(found.plan()), text(found, Metric.OUTPUT_TOKENS_PER_GPU),
                    text(found, Metric.OUTPUT_TOKENS), text(found, Metric.MFU_PREFILL), text(found, Metric.MBU_DECODE),
                    text(found, Metric.MEMORY_TOTAL), text(found, ttft(found)), text(found, Metric.TPOT_STEADY),
                    text(found, Metric.COST_PER_MILLION_TOKENS), passing);
        }
        lines.addAll(table.lines());
        lines.add("");
        Table sweet = new Table(2, "Sweet spot by", "layout", "GPUs", "value");
        for (Objective objective : objectives) {
            alternatives.sweetSpot(objective).ifPresent(row -> {
                Found found = row.result().best(objective).orElseThrow();
                sweet.add(objective.label(), LayoutLabel.of(found.plan()), count(row.gpus()), value(objective, found));
            });
        }
        lines.addAll(sweet.lines());
        return lines;
    }

    /** Accelerators beside each other, the best by the first of {@code objectives} first, the cheapest where all are asked for. */
    static List<String> choices(List<GpuChoice> choices, List<Objective> objectives) {
        Objective objective = objectives.size() == Objective.values().length ? Objective.CHEAPEST : objectives.getFirst();
        Table table = new Table(3, "GPU", "layout", "format", "batch", "GPUs", objective.label(), "tokens/GPU", "TPOT",
                "TTFT", "memory", "$/1M", "$/GPU-hour");
        GpuChoice.ranked(choices, objective).forEach(choice -> choice.best(objective).ifPresentOrElse(found -> {
            List<String> cells = new ArrayList<>(List.of(cells(choice.gpu().name(), found, value(objective, found))));
            double price = choice.hardware().pricePerGpuHour();
            cells.add(Double.isNaN(price) ? Formatter.NONE : FORMAT.text(price, Dimension.DOLLARS));
            table.add(cells.toArray(String[]::new));
        }, () -> table.add(choice.gpu().name(), choice.whyNot(FORMAT))));
        return table.lines();
    }

    /** The limits that no plan keeps. */
    static List<String> waived(List<Requirement> waived) {
        return waived.isEmpty() ? List.of() : List.of("No plan keeps " + String.join(", ",
                waived.stream().map(Requirement::metric).toList()) + "; searched without.", "");
    }

    private static String text(Found found, Metric metric) {
        double value = found.estimate().get(metric);
        return Double.isNaN(value) ? Formatter.NONE : FORMAT.text(value, metric.dimension());
    }

    private static String count(long n) {
        return FORMAT.text(n, Dimension.COUNT);
    }
}
