package io.headroom.check.legal.notch;

import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Dial;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.rule.Legality;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The values that a slider offers, ascending: legal ones to stop at, illegal ones with their reason.
 *
 * <p>Degrees: divisors of what is split and powers of two; loads: 1, 2, 3, 4, 6, 8, 12 ... Always with the plan's own
 * value. A notch is judged with all other values of the plan fixed, by the rules that its dial can break.
 */
public final class Notches {

    private static final int MOST_REQUESTS = 8192;
    private static final int MOST_TOKENS = 1 << 20;
    private static final int FEWEST_INPUT_TOKENS = 128;
    private static final int MOST_REPLICAS = 128;
    private static final int MOST_CONTEXT_PARALLEL = 32;
    private static final int SMALL = 8;
    private static final String BEYOND_NODE = "tensor.node";

    private Notches() {
    }

    /** The notches of {@code dial} in {@code plan}. */
    public static List<Notch> of(Plan plan, Dial dial) {
        TreeSet<Integer> values = candidates(plan, dial);
        values.add(dial.of(plan));
        return values.stream().map(value -> notch(dial.with(plan, value), dial, value)).toList();
    }

    /** The legal notch nearest to {@code value} by ratio, on a tie the smaller; empty where none is legal. */
    public static Optional<Notch> nearestLegal(List<Notch> notches, int value) {
        Notch nearest = null;
        for (Notch notch : notches) {
            if (notch.isLegal() && (nearest == null || ratio(notch, value) < ratio(nearest, value))) {
                nearest = notch;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static double ratio(Notch notch, int value) {
        double wanted = Math.max(1, value);
        return Math.max(notch.value() / wanted, wanted / notch.value());
    }

    private static Notch notch(Plan plan, Dial dial, int value) {
        List<Finding> findings = Legality.check(plan, dial);
        String label = dial instanceof Load load && load != Load.REQUESTS ? tokens(value) : Integer.toString(value);
        return new Notch(value, label, first(findings, Finding::isError),
                first(findings, f -> f.severity() == Finding.Severity.WARNING),
                findings.stream().anyMatch(f -> f.rule().equals(BEYOND_NODE)));
    }

    private static Optional<String> first(List<Finding> findings, Predicate<Finding> which) {
        for (Finding finding : findings) {
            if (which.test(finding)) {
                return Optional.of(finding.text());
            }
        }
        return Optional.empty();
    }

    private static TreeSet<Integer> candidates(Plan plan, Dial dial) {
        int layers = plan.model().layers();
        int context = Math.min(MOST_TOKENS, plan.model().shape().maxContextTokens());
        return switch (dial) {
            case Degree.TENSOR -> splits(plan.model().shape().attention().heads());
            case Degree.EXPERT -> splits(plan.model().isMoe() ? plan.model().shape().moe().experts() : SMALL);
            case Degree.PIPELINE -> {
                TreeSet<Integer> values = splits(layers);
                for (int stages = 1; stages <= Math.min(SMALL, layers); stages++) {
                    values.add(stages);
                }
                yield values;
            }
            case Degree.DATA -> {
                TreeSet<Integer> values = series(1, MOST_REPLICAS);
                values.addAll(List.of(5, 7));
                yield values;
            }
            case Degree.CONTEXT -> splits(MOST_CONTEXT_PARALLEL);
            case Load.REQUESTS -> series(1, MOST_REQUESTS);
            case Load.INPUT_TOKENS -> series(Math.min(FEWEST_INPUT_TOKENS, context), context);
            case Load.OUTPUT_TOKENS -> series(1, context);
        };
    }

    /** Divisors of {@code amount} and powers of two up to it. */
    private static TreeSet<Integer> splits(int amount) {
        TreeSet<Integer> values = new TreeSet<>();
        for (int n = 1; n <= amount; n++) {
            if (amount % n == 0 || Integer.bitCount(n) == 1) {
                values.add(n);
            }
        }
        return values;
    }

    /** 1, 2, 3, 4, 6, 8, 12, 16 ...: powers of two and the numbers half-way, from {@code least} to {@code most}. */
    private static TreeSet<Integer> series(int least, int most) {
        TreeSet<Integer> values = new TreeSet<>(List.of(least, most));
        for (int n = 1; n <= most / 2; n *= 2) {
            values.addAll(List.of(2 * n, n));
            if (3 * n <= most) {
                values.add(3 * n);
            }
        }
        values.removeIf(n -> n < least);
        return values;
    }

    /** 4k is 4 096 and 1.5k is 1 536, as they are typed. */
    private static String tokens(int value) {
        int k = 1 << 10;
        int m = 1 << 20;
        if (value % m == 0) {
            return value / m + "M";
        }
        if (value % k == 0) {
            return value / k + "k";
        }
        return value > k && value % (k / 2) == 0 ? value / k + ".5k" : Integer.toString(value);
    }
}
