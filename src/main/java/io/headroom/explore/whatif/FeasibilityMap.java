package io.headroom.explore.whatif;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Stop;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A plan with every pair of values of two of its inputs: where it works, what hinders it elsewhere, and a metric.
 *
 * @param x the input of the columns
 * @param y the input of the rows
 * @param metric the metric
 * @param xs values of the columns, ascending
 * @param ys values of the rows, ascending
 * @param cells row by row
 * @param leftOut limits that no cell meets which is legal and fits: they would hide where the others are met
 */
public record FeasibilityMap(Input x, Input y, Metric metric, List<Double> xs, List<Double> ys, List<Cell> cells,
        List<String> leftOut) {

    /**
     * The plan with one pair.
     *
     * @param value of the metric; NaN where there is no number
     * @param hindrance why it does not work, empty where it does
     * @param reason the hindrance in words, empty where it works
     */
    public record Cell(double value, Optional<Hindrance> hindrance, String reason) {

        /** Whether the plan is legal, fits and misses no limit but those left out. */
        public boolean works() {
            return hindrance.isEmpty();
        }
    }

    /** What hinders a plan, the gravest first. */
    public enum Hindrance {
        NOT_LEGAL('L'), MEMORY('M'), REQUIREMENT('R');

        private final char letter;

        Hindrance(char letter) {
            this.letter = letter;
        }

        /** Its letter in a cell. */
        public char letter() {
            return letter;
        }
    }

    public FeasibilityMap {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
    }

    /** The map of {@code plan}. */
    public static FeasibilityMap of(Plan plan, Input x, Input y, Metric metric) {
        return of(plan, x, y, metric, () -> false).orElseThrow();
    }

    /** The map of {@code plan}; empty where {@code isCancelled} said so on the way. */
    public static Optional<FeasibilityMap> of(Plan plan, Input x, Input y, Metric metric,
            BooleanSupplier isCancelled) {
        List<Double> xs = values(plan, x);
        List<Double> ys = values(plan, y);
        List<Judged> judged = new ArrayList<>(xs.size() * ys.size());
        for (double row : ys) {
            if (isCancelled.getAsBoolean()) {
                return Optional.empty();
            }
            Plan moved = y.with(plan, row);
            for (double column : xs) {
                judged.add(Judged.of(Judge.judge(x.with(moved, column)), metric));
            }
        }
        List<String> leftOut = missedByAll(judged);
        return Optional.of(new FeasibilityMap(x, y, metric, xs, ys, judged.stream().map(j -> j.cell(leftOut)).toList(),
                leftOut));
    }

    /** The cell in {@code column} of {@code row}. */
    public Cell at(int column, int row) {
        return cells.get(row * xs.size() + column);
    }

    // every stop: what is illegal with the plan's other value may be legal with another
    private static List<Double> values(Plan plan, Input input) {
        return input.stopsFor(plan).stream().map(Stop::value).toList();
    }

    private static List<String> missedByAll(List<Judged> judged) {
        List<List<String>> missed = judged.stream().filter(j -> j.broken.isEmpty()).map(Judged::missed).toList();
        return missed.isEmpty() ? List.of() : missed.getFirst().stream()
                .filter(name -> missed.stream().allMatch(names -> names.contains(name))).toList();
    }

    /**
     * A cell before it is known what is left out.
     *
     * @param broken why it has no place to be judged by limits: the rule, or memory
     * @param missed the limits that it misses
     */
    private record Judged(double value, Optional<Hindrance> broken, String reason, List<String> missed) {

        static Judged of(Judgement judgement, Metric metric) {
            double value = judgement.outcome() instanceof Estimate e ? e.get(metric) : Double.NaN;
            return switch (judgement.verdict()) {
                case NOT_LEGAL -> new Judged(value, Optional.of(Hindrance.NOT_LEGAL), judgement.findings().isEmpty() ? ""
                        : judgement.findings().getFirst().text(), List.of());
                case DOES_NOT_FIT -> new Judged(value, Optional.of(Hindrance.MEMORY), "does not fit", List.of());
                case MISSES, AT_RISK, MEETS, NO_LIMITS -> new Judged(value, Optional.empty(), "",
                        judgement.requirements().stream().filter(RequirementStatus::fails).map(Judged::name).toList());
            };
        }

        Cell cell(List<String> leftOut) {
            return missed.stream().filter(name -> !leftOut.contains(name)).findFirst()
                    .map(name -> new Cell(value, Optional.of(Hindrance.REQUIREMENT), name + " missed"))
                    .orElse(new Cell(value, broken, reason));
        }

        private static String name(RequirementStatus status) {
            return status.metric().map(Metric::label).orElse(status.requirement().metric());
        }
    }
}
