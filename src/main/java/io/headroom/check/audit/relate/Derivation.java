package io.headroom.check.audit.relate;

import io.headroom.check.audit.Agreement;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Relation;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A relation evaluated: what its result should be.
 *
 * <p>Agreement is that of {@link Agreement}, widened by what the operands can have been rounded from (half a unit of
 * their last digits), since texts compute with figures that they then round.
 *
 * @param relation the relation
 * @param given what was put in for the operands, SI units: as written, or corrected
 * @param value what comes out, SI units
 * @param holds whether the claim agrees
 */
public record Derivation(Relation relation, List<Double> given, double value, boolean holds) {

    public Derivation {
        given = List.copyOf(given);
    }

    /** {@code relation} with the operands as written. */
    public static Derivation of(Relation relation) {
        return of(relation, Claim::si);
    }

    /** {@code relation} with other values of its operands. */
    public static Derivation of(Relation relation, ToDoubleFunction<Claim> values) {
        List<Claim> operands = relation.operands();
        double[] given = operands.stream().mapToDouble(values).toArray();
        double value = value(relation.kind(), given);
        double slack = slack(relation, given, value);
        return new Derivation(relation, java.util.Arrays.stream(given).boxed().toList(), value, agrees(relation, value, slack));
    }

    /** Whether it says what the result is, and not only on which side of something it lies. */
    public boolean isEquation() {
        return switch (relation.kind()) {
            case TIME_OF_WORK, RATE_OF_WORK -> false;
            case SUM, PRODUCT, QUOTIENT, DIFFERENCE, CHANGE, GAINS, MEAN, WORST_CHANGE, SAME -> true;
        };
    }

    /** The value without operand {@code left}: what comes out when it is forgotten; NaN where that means nothing. */
    public double without(int left) {
        double[] rest = java.util.stream.IntStream.range(0, relation.operands().size()).filter(i -> i != left)
                .mapToDouble(i -> relation.operands().get(i).si()).toArray();
        return switch (relation.kind()) {
            case SUM, PRODUCT, GAINS -> rest.length == 0 ? Double.NaN : value(relation.kind(), rest);
            case QUOTIENT, TIME_OF_WORK, RATE_OF_WORK, DIFFERENCE ->
                    left == 0 ? Double.NaN : value(relation.kind(), rest);
            case CHANGE, MEAN, WORST_CHANGE, SAME -> Double.NaN;
        };
    }

    /** The operands added as they are written, whatever their units, in the unit of the result; NaN where it has one unit only. */
    public double sumOfNumbers() {
        List<Claim> operands = relation.operands();
        boolean isMixed = operands.stream().map(o -> o.written().unit()).distinct().count() > 1;
        double sum = operands.stream().mapToDouble(o -> o.written().value()).sum();
        return isMixed && relation.result().written().value() != 0 ? sum * relation.result().si() / relation.result().written().value()
                : Double.NaN;
    }

    private static boolean agrees(Relation relation, double value, double slack) {
        Claim result = relation.result();
        double from = value - slack;
        double to = value + slack;
        return switch (relation.kind()) {
            case TIME_OF_WORK -> result.si() >= from - Agreement.slack(result.written(), value);
            case RATE_OF_WORK -> result.si() <= to + Agreement.slack(result.written(), value);
            case WORST_CHANGE -> from <= result.si() + Agreement.slack(result.written(), value);
            case SUM, PRODUCT, QUOTIENT, DIFFERENCE, CHANGE, GAINS, MEAN, SAME ->
                    Agreement.holds(result.written(), Math.clamp(result.si(), from, to));
        };
    }

    private static double slack(Relation relation, double[] given, double value) {
        double slack = 0;
        for (int i = 0; i < given.length; i++) {
            double rounding = Agreement.rounding(relation.operands().get(i).written());
            if (rounding > 0) {
                double before = given[i];
                slack += Math.max(change(relation, given, i, before + rounding, value),
                        change(relation, given, i, before - rounding, value));
                given[i] = before;
            }
        }
        return Double.isFinite(slack) ? slack : 0;
    }

    private static double change(Relation relation, double[] given, int i, double other, double value) {
        given[i] = other;
        return Math.abs(value(relation.kind(), given) - value);
    }

    private static double value(Relation.Kind kind, double[] x) {
        return switch (kind) {
            case SUM -> DoubleStream.of(x).sum();
            case MEAN -> DoubleStream.of(x).sum() / x.length;
            case PRODUCT -> fold(x, 1, (a, b) -> a * b, 0);
            case QUOTIENT, TIME_OF_WORK, RATE_OF_WORK -> fold(x, x[0], (a, b) -> a / b, 1);
            case DIFFERENCE -> fold(x, x[0], (a, b) -> a - b, 1);
            case CHANGE -> Math.abs(x[1] - x[0]) / Math.abs(x[0]);
            case GAINS -> 1 + DoubleStream.of(x).sum();
            case WORST_CHANGE -> worstChange(x);
            case SAME -> x[0];
        };
    }

    private static double fold(double[] x, double first, java.util.function.DoubleBinaryOperator operator, int from) {
        double value = first;
        for (int i = from; i < x.length; i++) {
            value = operator.applyAsDouble(value, x[i]);
        }
        return value;
    }

    /** Largest fall over the pairs (from, to), as a fraction: a score is worse when it is smaller. */
    private static double worstChange(double[] x) {
        int at = worstPair(x);
        return at < 0 ? 0 : Math.max(0, (x[at] - x[at + 1]) / x[at]);
    }

    private static int worstPair(double[] x) {
        int worst = -1;
        for (int i = 0; i + 1 < x.length; i += 2) {
            worst = worst < 0 || (x[i] - x[i + 1]) / x[i] > (x[worst] - x[worst + 1]) / x[worst] ? i : worst;
        }
        return worst;
    }

    /** The two operands between which a {@code WORST_CHANGE} falls most. */
    public List<Claim> worstPair() {
        int at = worstPair(given.stream().mapToDouble(Double::doubleValue).toArray());
        return at < 0 ? List.of() : relation.operands().subList(at, at + 2);
    }
}
