package io.headroom.explore.input;

import static io.headroom.check.legal.Degree.DATA;
import static io.headroom.check.legal.Degree.EXPERT;
import static io.headroom.check.legal.Degree.PIPELINE;

import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves one degree so that the number of GPUs stays: {@code max(TP * CP, EP) * PP * DP} as before, by letting others give
 * way. The fewest do, DP before PP before EP; of their values the nearest by ratio. TP and CP never give way.
 */
public final class GpuLock {

    /** Who gives way, in the order in which it is tried. */
    private static final List<Set<Degree>> WAYS = List.of(EnumSet.noneOf(Degree.class), EnumSet.of(DATA),
            EnumSet.of(PIPELINE), EnumSet.of(EXPERT), EnumSet.of(DATA, PIPELINE), EnumSet.of(DATA, EXPERT),
            EnumSet.of(PIPELINE, EXPERT), EnumSet.of(DATA, PIPELINE, EXPERT));

    private GpuLock() {
    }

    /**
     * {@code plan} with {@code value} of {@code moved} on as many GPUs as before; empty where no legal degrees make that
     * number, or where its groups are not whole and so make none.
     */
    public static Optional<Plan> with(Plan plan, Degree moved, int value) {
        if (moved.of(plan) == value) {
            return Optional.of(plan);
        }
        if (!Groups.areWhole(plan.parallelism()) || value < 1) {
            return Optional.empty();
        }
        long gpus = Groups.of(plan.parallelism()).gpus();
        Plan wanted = moved.with(plan, value);
        for (Set<Degree> way : WAYS) {
            Optional<Plan> kept = way.contains(moved) ? Optional.empty() : give(wanted, moved, way, gpus);
            if (kept.isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    /** {@code input}, which is a degree, as one that keeps the number of GPUs; any other input as it is. */
    public static Input on(Input input) {
        for (Degree degree : Degree.values()) {
            if (degree.label().equals(input.symbol())) {
                return new Input(input.key(), input.label(), input.symbol(), input.help(), input.dimension(),
                        input.range(), input.get(), (plan, value) -> with(plan, degree, (int) value).orElse(plan),
                        plan -> input.stops().apply(plan).stream().map(stop -> stop(plan, degree, stop)).toList());
            }
        }
        return input;
    }

    /** The degrees other than {@code moved} that are not in {@code after} what they were: ", DP 2 → 1", or empty. */
    public static String gaveWay(Plan before, Plan after, Input moved) {
        StringBuilder text = new StringBuilder();
        for (Degree degree : Degree.values()) {
            if (!degree.label().equals(moved.symbol()) && degree.of(before) != degree.of(after)) {
                text.append(", ").append(degree.label()).append(' ').append(degree.of(before)).append(" → ")
                        .append(degree.of(after));
            }
        }
        return text.toString();
    }

    private static Stop stop(Plan plan, Degree degree, Stop stop) {
        if (with(plan, degree, (int) stop.value()).isPresent()) {
            // what broke the rule may be what gives way
            return degree.of(plan) == stop.value() ? stop
                    : new Stop(stop.value(), "", stop.warning(), stop.crossesNodes());
        }
        String reason = Groups.areWhole(plan.parallelism())
                ? "keeps " + Groups.of(plan.parallelism()).gpus() + " GPUs: no legal degrees"
                : Groups.whyNotWhole(plan.parallelism());
        return new Stop(stop.value(), stop.isLegal() ? reason : stop.blocked(), stop.warning(), stop.crossesNodes());
    }

    /** {@code plan} with other values of the degrees of {@code way}, such that it has {@code gpus}. */
    private static Optional<Plan> give(Plan plan, Degree moved, Set<Degree> way, long gpus) {
        Parallelism now = plan.parallelism();
        for (int expert : way.contains(EXPERT) ? experts(plan) : List.of(now.expert())) {
            Parallelism split = now.withExpert(expert);
            if (!Groups.areWhole(split) || gpus % Groups.of(split).stageGpus() != 0) {
                continue;
            }
            long ranks = gpus / Groups.of(split).stageGpus();
            for (long stages : stages(plan, way, ranks)) {
                long replicas = ranks / stages;
                if (replicas * stages == ranks && (way.contains(DATA) || replicas == now.data())
                        && replicas <= Integer.MAX_VALUE) {
                    Parallelism kept = split.withPipeline((int) stages).withData((int) replicas);
                    Plan candidate = plan.withParallelism(kept);
                    if (isLegal(candidate, moved, way)) {
                        return Optional.of(candidate);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Long> stages(Plan plan, Set<Degree> way, long ranks) {
        int now = plan.parallelism().pipeline();
        if (!way.contains(PIPELINE)) {
            return List.of((long) now);
        }
        if (!way.contains(DATA)) {
            long needed = ranks / plan.parallelism().data();
            return needed >= 1 && needed <= plan.model().layers() ? List.of(needed) : List.of();
        }
        List<Long> divisors = new ArrayList<>();
        for (long n = 1; n <= Math.min(ranks, plan.model().layers()); n++) {
            if (ranks % n == 0) {
                divisors.add(n);
            }
        }
        divisors.sort(Comparator.comparingDouble(n -> ratio(n, now)));
        return divisors;
    }

    private static List<Integer> experts(Plan plan) {
        List<Integer> values = new ArrayList<>();
        int all = plan.model().isMoe() ? plan.model().shape().moe().experts() : 1;
        for (int n = 1; n <= all; n++) {
            if (all % n == 0) {
                values.add(n);
            }
        }
        values.sort(Comparator.comparingDouble(n -> ratio(n, plan.parallelism().expert())));
        return values;
    }

    private static double ratio(double a, double b) {
        return Math.max(a / b, b / a);
    }

    // only by rules that the moved degrees can break: what else is wrong with a plan was wrong before
    private static boolean isLegal(Plan plan, Degree moved, Set<Degree> way) {
        Set<Degree> changed = EnumSet.of(moved);
        changed.addAll(way);
        for (Degree degree : changed) {
            if (Legality.check(plan, degree).stream().anyMatch(Finding::isError)) {
                return false;
            }
        }
        return true;
    }
}
