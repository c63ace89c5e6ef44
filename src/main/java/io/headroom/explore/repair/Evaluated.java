package io.headroom.explore.repair;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A candidate beside the plan that it would change.
 *
 * @param edit the candidate
 * @param before the plan
 * @param after the plan with it
 */
record Evaluated(Edit edit, Judgement before, Judgement after) {

    /** Metrics that tell what an edit costs, besides those with a limit. */
    private static final List<Metric> TOLD = List.of(Metric.GPUS, Metric.COST_PER_HOUR, Metric.MEMORY_UTILIZATION,
            Metric.TTFT_STEADY, Metric.TPOT_STEADY, Metric.OUTPUT_TOKENS);
    /** A move of less is none. */
    private static final double LEAST_SHIFT = 0.005;

    static Evaluated of(Edit edit, Judgement before) {
        Plan plan = edit.fix().apply(before.plan());
        return new Evaluated(edit, before, Judge.judge(plan));
    }

    /** Whether it breaks a rule that is kept now: then it is no repair of anything. */
    boolean isNewlyIllegal() {
        Set<String> known = before.findings().stream().filter(Finding::isError).map(Finding::rule)
                .collect(Collectors.toSet());
        return after.findings().stream().anyMatch(f -> f.isError() && !known.contains(f.rule()));
    }

    Repair repair() {
        return new Repair(edit.fix(), after, change(), shifts(), breaks());
    }

    private double change() {
        double gpus = get(after, Metric.GPUS) / get(before, Metric.GPUS);
        return edit.distance() + (gpus > 1 ? Math.log(gpus) / Math.log(2) : 0);
    }

    /** What holds before and not after. */
    List<String> breaks() {
        List<String> lost = new ArrayList<>();
        if (after.estimate().isPresent() && !after.fits() && (before.fits() || before.estimate().isEmpty())) {
            lost.add("memory does not suffice");
        }
        for (int i = 0; i < before.requirements().size(); i++) {
            RequirementStatus then = after.requirements().get(i);
            if (then.fails() && !before.requirements().get(i).fails()) {
                lost.add(then.requirement().metric() + " is missed");
            }
        }
        return lost;
    }

    private List<Shift> shifts() {
        Set<Metric> told = new LinkedHashSet<>(TOLD);
        before.requirements().forEach(r -> r.metric().ifPresent(told::add));
        List<Shift> shifts = new ArrayList<>();
        for (Metric metric : told) {
            double was = get(before, metric);
            double is = get(after, metric);
            if (Double.isFinite(is) && !(Math.abs(is - was) <= LEAST_SHIFT * Math.abs(was))) {
                shifts.add(new Shift(metric, was, is));
            }
        }
        return shifts;
    }

    private static double get(Judgement judgement, Metric metric) {
        return judgement.outcome() instanceof Estimate estimate ? estimate.get(metric) : Double.NaN;
    }
}
