package io.headroom.check;

import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;

/** Says what a plan means; a pure function, quick enough for every move of a slider. */
public final class Judge {

    private Judge() {
    }

    /** Estimates and judges {@code plan}. */
    public static Judgement judge(Plan plan) {
        return judge(plan, Estimator.estimate(plan));
    }

    /** Judges {@code plan}, whose numbers are known. */
    public static Judgement judge(Plan plan, Outcome outcome) {
        return judge(plan, outcome, Map.of());
    }

    /** Judges {@code plan}, whose numbers are known, with percentiles that a simulation of it has. */
    public static Judgement judge(Plan plan, Outcome outcome, Map<Metric, Double> percentiles) {
        List<Finding> findings = Legality.check(plan);
        List<RequirementStatus> requirements = Verdicts.of(plan.requirements(), outcome, percentiles);
        return new Judgement(plan, outcome, percentiles, findings, requirements,
                verdict(outcome, findings, requirements));
    }

    private static Verdict verdict(Outcome outcome, List<Finding> findings, List<RequirementStatus> requirements) {
        if (!(outcome instanceof Estimate estimate) || findings.stream().anyMatch(Finding::isError)) {
            return Verdict.NOT_LEGAL;
        }
        if (!estimate.memory().fits()) {
            return Verdict.DOES_NOT_FIT;
        }
        if (requirements.isEmpty()) {
            return Verdict.NO_LIMITS;
        }
        if (requirements.stream().anyMatch(RequirementStatus::fails)) {
            return Verdict.MISSES;
        }
        return requirements.stream().anyMatch(RequirementStatus::doubts) ? Verdict.AT_RISK : Verdict.MEETS;
    }
}
