package io.headroom.explore.question;

import io.headroom.check.HardLimit;
import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.Verdict;
import io.headroom.check.Verdicts;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that a plan must keep to pass. */
sealed interface Limit {

    /** Its name in a sentence: "memory", "ttft.burst.last". */
    String name();

    /** Whether {@code judgement} keeps it; a metric without a number keeps every limit. */
    boolean isKept(Judgement judgement);

    /** The memory of every GPU. */
    record Memory() implements Limit {

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public boolean isKept(Judgement judgement) {
            return judgement.fits();
        }
    }

    /** A hard requirement, by its place in the plan. */
    record Required(int index, Metric metric, boolean isCeiling, double value) implements Limit {

        @Override
        public String name() {
            return metric.id();
        }

        @Override
        public boolean isKept(Judgement judgement) {
            return !judgement.requirements().get(index).isMissed();
        }

        /** Whether a metric of {@code reached} would keep it. */
        boolean admits(double reached) {
            return isCeiling ? reached <= value : reached >= value;
        }
    }

    /** Everything that {@code judgement}'s plan must keep: its memory and its hard requirements that can be judged. */
    static List<Limit> of(Judgement judgement) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Memory());
        for (HardLimit limit : HardLimit.of(judgement.plan().requirements())) {
            limits.add(new Required(limit.index(), limit.metric(), limit.isCeiling(), limit.value()));
        }
        return limits;
    }

    /**
     * {@code plan} beside its limits, with the findings of a plan that breaks the same rules: a search that changes
     * nothing that a rule forbids need not ask all of them again.
     */
    static Judgement judge(Plan plan, List<Finding> findings) {
        Outcome outcome = Estimator.estimate(plan);
        return outcome instanceof Estimate estimate
                ? new Judgement(plan, outcome, Map.of(), findings, Verdicts.of(estimate), Verdict.NO_LIMITS)
                : Judge.judge(plan, outcome);
    }

    /** Whether {@code judgement} has numbers, breaks no rule and keeps all of {@code limits}. */
    static boolean areKept(Judgement judgement, List<Limit> limits) {
        if (judgement.estimate().isEmpty() || !judgement.isLegal()) {
            return false;
        }
        for (Limit limit : limits) {
            if (!limit.isKept(judgement)) {
                return false;
            }
        }
        return true;
    }

    /** What keeps {@code judgement} from passing, in words; empty where nothing does. */
    static String whatFails(Judgement judgement, List<Limit> limits) {
        if (judgement.estimate().isEmpty() || !judgement.isLegal()) {
            return "the plan is not legal";
        }
        List<String> failing = new ArrayList<>();
        for (Limit limit : limits) {
            if (!limit.isKept(judgement)) {
                failing.add(limit instanceof Memory ? "memory does not suffice" : limit.name() + " is missed");
            }
        }
        return String.join(" and ", failing);
    }
}
