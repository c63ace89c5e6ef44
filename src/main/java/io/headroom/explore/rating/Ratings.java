package io.headroom.explore.rating;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.notch.Notch;
import io.headroom.check.legal.notch.Notches;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.format.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rates every degree of a plan against the legal notch below and the one above.
 *
 * <p>Harmful: a rule speaks against it, or the notch below misses no more limits, has a lower E2E latency and more output
 * per GPU, each by more than 1 %. Wasteful: the notch below needs fewer GPUs, misses no more limits, and each GPU does
 * at least 5 % more. Acceptable: a neighbour misses fewer limits, or misses no more and gives 5 % more output per GPU
 * and latency ({@link Neighbour#bargain()}). Optimal: none of these.
 */
public final class Ratings {

    private static final double SAME = 0.01;
    private static final double CLEARLY = 0.05;
    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private final Judgement now;

    private Ratings(Judgement now) {
        this.now = now;
    }

    /**
     * Every degree of {@code now}'s plan; EP of a dense model only where it is used. Without numbers only those that
     * break a rule.
     */
    public static List<Rating> of(Judgement now) {
        Ratings ratings = new Ratings(now);
        List<Rating> all = new ArrayList<>();
        for (Degree degree : Degree.values()) {
            if (degree != Degree.EXPERT || now.plan().model().isMoe() || now.plan().parallelism().expert() > 1) {
                ratings.rate(degree).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private Optional<Rating> rate(Degree degree) {
        int value = degree.of(now.plan());
        Optional<Finding> broken = Legality.check(now.plan(), degree).stream().filter(Finding::isError).findFirst();
        if (broken.isPresent() || now.estimate().isEmpty()) {
            return broken.map(finding -> new Rating(degree, value, Grade.HARMFUL, finding.text(), List.of(),
                    Optional.empty(), Optional.empty()));
        }
        Estimate here = now.estimate().get();
        List<Notch> legal = Notches.of(now.plan(), degree).stream().filter(Notch::isLegal).toList();
        Optional<Neighbour> less = legal.stream().filter(n -> n.value() < value).reduce((a, b) -> b)
                .flatMap(n -> neighbour(degree, n.value(), here));
        Optional<Neighbour> more = legal.stream().filter(n -> n.value() > value).findFirst()
                .flatMap(n -> neighbour(degree, n.value(), here));
        Grade grade = grade(here, less, more);
        List<Sentence> sides = new ArrayList<>();
        less.ifPresent(n -> sides.add(side(degree, n, here)));
        more.ifPresent(n -> sides.add(side(degree, n, here)));
        return Optional.of(new Rating(degree, value, grade, sides.isEmpty() ? "there is no other legal value." : reason(grade),
                sides, less, more));
    }

    private Optional<Neighbour> neighbour(Degree degree, int value, Estimate here) {
        Judgement there = Judge.judge(degree.with(now.plan(), value));
        return there.estimate().filter(e -> there.isLegal() || !now.isLegal())
                .map(e -> Neighbour.of(value, here, e, failures(there)));
    }

    private Grade grade(Estimate here, Optional<Neighbour> less, Optional<Neighbour> more) {
        int failures = failures(now);
        boolean isNoWorse = less.isPresent() && less.get().failures() <= failures;
        if (isNoWorse && less.get().latency() < 1 - SAME && less.get().outputPerGpu() > 1 + SAME) {
            return Grade.HARMFUL;
        }
        if (isNoWorse && less.get().gpus() < here.get(Metric.GPUS) && less.get().outputPerGpu() >= 1 + CLEARLY) {
            return Grade.WASTEFUL;
        }
        return less.filter(n -> isBetter(n, failures)).or(() -> more.filter(n -> isBetter(n, failures))).isPresent()
                ? Grade.ACCEPTABLE : Grade.OPTIMAL;
    }

    private static boolean isBetter(Neighbour n, int failures) {
        return n.failures() < failures || n.failures() == failures && n.bargain() > 1 + CLEARLY;
    }

    private static int failures(Judgement judgement) {
        int failures = judgement.fits() ? 0 : 1;
        for (RequirementStatus status : judgement.requirements()) {
            failures += status.fails() ? 1 : 0;
        }
        return failures;
    }

    private static String reason(Grade grade) {
        return switch (grade) {
            case OPTIMAL -> "no neighbour gives more.";
            case ACCEPTABLE -> "a neighbour gives more.";
            case WASTEFUL -> "fewer GPUs keep the same limits and each does more.";
            case HARMFUL -> "less of it is faster and each GPU does more.";
        };
    }

    private Sentence side(Degree degree, Neighbour n, Estimate here) {
        int failures = failures(now);
        String missed = n.failures() == failures ? "" : n.failures() > failures
                ? ", " + (n.failures() - failures) + " more missed" : ", " + (failures - n.failures()) + " fewer missed";
        return Sentence.of(degree.label() + " " + n.value() + ": E2E " + percent(n.latency()) + ", output per GPU "
                + percent(n.outputPerGpu()) + ", memory ").and(here.get(Metric.MEMORY_TOTAL), Dimension.BYTES).and(" → ")
                .and(n.memoryBytes(), Dimension.BYTES)
                .and(", " + (long) n.gpus() + (n.gpus() == 1 ? " GPU" : " GPUs") + missed);
    }

    /** {@code "+12 %"}. */
    private static String percent(double ratio) {
        double change = ratio - 1;
        return (change < 0 ? "−" : "+") + FORMAT.share(Math.abs(change));
    }
}
