package io.headroom.explore.compare;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plans of a review side by side, what differs first: inputs in the order of the screen, then metrics by how much
 * they change.
 *
 * @param plans the judged plans
 * @param baseline index of the one that differences are taken to
 * @param inputs what was decided
 * @param metrics what follows
 */
public record Comparison(List<Judgement> plans, int baseline, List<Row> inputs, List<Row> metrics) {

    private static final int NAMED_CHANGES = 3;

    public Comparison {
        plans = List.copyOf(plans);
        inputs = List.copyOf(inputs);
        metrics = List.copyOf(metrics);
    }

    /** All plans of {@code review} against its baseline, or against the first where it names none. */
    public static Comparison of(Review review) {
        int baseline = IntStream.range(0, review.plans().size())
                .filter(i -> review.plans().get(i).name().equals(review.baseline())).findFirst().orElse(0);
        return of(review.plans().stream().map(Judge::judge).toList(), baseline);
    }

    /** {@code plans} against the one at {@code baseline}. */
    public static Comparison of(List<Judgement> plans, int baseline) {
        return new Comparison(plans, baseline, differencesFirst(inputRows(plans), baseline),
                byChange(metricRows(plans), baseline));
    }

    /**
     * How {@code plan} differs from the baseline in one sentence: what was changed, and what that changed most:
     * "TP 2 → 4, DP 1 → 2: TTFT +12 %, Memory per GPU +74.5 %".
     */
    public String words(int plan, Formatter format) {
        List<String> changed = inputs.stream().filter(row -> !row.text(plan, format).equals(row.text(baseline, format)))
                .map(row -> row.name() + " " + row.text(baseline, format) + " → " + row.text(plan, format)).toList();
        String moves = metrics.stream().filter(Row.Numbers.class::isInstance).map(Row.Numbers.class::cast)
                .filter(row -> row.change(plan, baseline) != 0 && Double.isFinite(row.change(plan, baseline)))
                .filter(row -> HEADLINES.contains(row.id())).limit(NAMED_CHANGES)
                .map(row -> row.name() + " " + format.delta(row.difference(plan, baseline), row.dimension()))
                .collect(Collectors.joining(", "));
        if (changed.isEmpty()) {
            return "The same plan.";
        }
        return String.join(", ", changed) + (moves.isEmpty() ? "" : ": " + moves) + ".";
    }

    private static final List<String> HEADLINES = List.of(Metric.MEMORY_TOTAL.id(), Metric.TTFT_BURST_LAST.id(),
            Metric.TPOT_STEADY.id(), Metric.OUTPUT_TOKENS_PER_GPU.id(), Metric.GPUS.id());

    private static List<Row> inputRows(List<Judgement> plans) {
        List<Row> rows = new ArrayList<>();
        rows.add(words("model", "Model", plans, p -> p.model().name()));
        rows.add(words("hardware.gpu", "GPU", plans, p -> p.hardware().gpu().name()));
        for (Input input : Inputs.PARALLELISM) {
            rows.add(number(input, input.symbol(), plans));
        }
        rows.add(words("parallelism.sequence", "SP", plans, p -> p.parallelism().sequence() ? "on" : "off"));
        for (Input input : Inputs.WORKLOAD) {
            rows.add(number(input, input.label(), plans));
        }
        rows.add(words("precision.weights", "Weights in", plans, p -> p.precision().weights().toString()));
        rows.add(words("precision.experts", "Experts in", plans, p -> p.precision().experts().toString()));
        rows.add(words("precision.kvCache", "KV cache in", plans, p -> p.precision().kvCache().toString()));
        rows.add(words("precision.activations", "Activations in", plans, p -> p.precision().activations().toString()));
        rows.add(words("assumptions.profile", "Profile", plans, p -> p.assumptions().profile().id()));
        rows.add(words("assumptions.engine", "Engine", plans, p -> p.assumptions().engine() == null ? "–"
                : p.assumptions().engine()));
        for (Assumption assumption : Inputs.ASSUMPTIONS) {
            rows.add(number(assumption.input(), assumption.input().label(), plans));
        }
        if (plans.stream().anyMatch(p -> !p.plan().ranges().isEmpty())) {
            rows.add(new Row.Ranges("ranges", "Ranges", plans.stream().map(Judgement::plan).toList()));
        }
        return rows;
    }

    private static List<Row> metricRows(List<Judgement> plans) {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Row.Numbers row = new Row.Numbers(metric.id(), metric.label(), metric.dimension(), plans.stream()
                    .map(p -> p.estimate().map(e -> e.get(metric)).orElse(Double.NaN)).toList());
            if (row.values().stream().anyMatch(Double::isFinite)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Row words(String id, String name, List<Judgement> plans, Function<Plan, String> word) {
        return new Row.Words(id, name, plans.stream().map(p -> word.apply(p.plan())).toList());
    }

    private static Row number(Input input, String name, List<Judgement> plans) {
        // a length is counted, not measured: 2 048, not 2.05 k tokens
        Dimension dimension = input.dimension() == Dimension.TOKENS ? Dimension.COUNT : input.dimension();
        return new Row.Numbers(input.key(), name, dimension,
                plans.stream().map(p -> input.valueIn(p.plan())).toList());
    }

    private static List<Row> differencesFirst(List<Row> rows, int baseline) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> !row.differs(baseline)));
        return sorted;
    }

    private static List<Row> byChange(List<Row> rows, int baseline) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> !row.differs(baseline)).thenComparing(
                Comparator.comparingDouble((Row row) -> row instanceof Row.Numbers n ? n.mostChange(baseline) : 0)
                        .reversed()));
        return sorted;
    }
}
