package io.headroom.explore.whatif;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
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
 */
public record FeasibilityMap(Input x, Input y, Metric metric, List<Double> xs, List<Double> ys, List<Cell> cells) {

    /**
     * The plan with one pair.
     *
     * @param value of the metric; NaN where there is no number
     * @param hindrance why it does not work, empty where it does
     * @param reason the hindrance in words, empty where it works
     */
    public record Cell(double value, Optional<Hindrance> hindrance, String reason) {

        /** Whether the plan is legal, fits and misses no limit. */
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
        List<Cell> cells = new ArrayList<>(xs.size() * ys.size());
        for (double row : ys) {
            if (isCancelled.getAsBoolean()) {
                return Optional.empty();
            }
            Plan moved = y.with(plan, row);
            for (double column : xs) {
                cells.add(cell(x.with(moved, column), metric));
            }
        }
        return Optional.of(new FeasibilityMap(x, y, metric, xs, ys, cells));
    }

    /** The cell in {@code column} of {@code row}. */
    public Cell at(int column, int row) {
        return cells.get(row * xs.size() + column);
    }

    // every stop: what is illegal with the plan's other value may be legal with another
    private static List<Double> values(Plan plan, Input input) {
        return input.stopsFor(plan).stream().map(Stop::value).toList();
    }

    private static Cell cell(Plan plan, Metric metric) {
        Judgement judgement = Judge.judge(plan);
        double value = judgement.outcome() instanceof Estimate e ? e.get(metric) : Double.NaN;
        return switch (judgement.verdict()) {
            case NOT_LEGAL -> new Cell(value, Optional.of(Hindrance.NOT_LEGAL), judgement.findings().isEmpty() ? ""
                    : judgement.findings().getFirst().text());
            case DOES_NOT_FIT -> new Cell(value, Optional.of(Hindrance.MEMORY), "does not fit");
            case MISSES -> new Cell(value, Optional.of(Hindrance.REQUIREMENT), missed(judgement));
            case AT_RISK, MEETS, NO_LIMITS -> new Cell(value, Optional.empty(), "");
        };
    }

    private static String missed(Judgement judgement) {
        return judgement.requirements().stream().filter(r -> r.fails()).findFirst()
                .map(r -> r.metric().map(Metric::label).orElse(r.requirement().metric()) + " missed").orElse("");
    }
}
