package io.headroom.explore.repair;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Degrees that could be lower without losing anything that is asked for. */
final class Surplus {

    /** A figure that changes by less is the same. */
    private static final double SAME = 0.01;
    /** Fewer GPUs must not each do much less. */
    private static final double LEAST_OUTPUT_PER_GPU = 0.95;
    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private Surplus() {
    }

    /** Of each degree the smallest plan that loses nothing, most GPUs saved first. */
    static List<Diagnosis> of(Judgement now, List<Evaluated> tried) {
        List<Diagnosis> found = new ArrayList<>();
        if (!(now.outcome() instanceof Estimate estimate) || !now.isLegal() || !now.fits()) {
            return found;
        }
        for (Degree degree : Degree.values()) {
            Optional<Evaluated> smallest = tried.stream().filter(e -> e.edit().input().equals(degree.label())
                    && losesNothing(estimate, now, e)).min(Comparator.comparing(Surplus::gpus));
            smallest.ifPresent(e -> found.add(Diagnosis.of(finding(degree, estimate, e)).with(List.of(e.repair()))));
        }
        found.sort(Comparator.comparing(d -> gpus(d.repairs().get(0).after())));
        return found;
    }

    private static boolean losesNothing(Estimate now, Judgement before, Evaluated candidate) {
        if (!(candidate.after().outcome() instanceof Estimate then) || !candidate.after().fits()
                || then.get(Metric.GPUS) >= now.get(Metric.GPUS) || !candidate.breaks().isEmpty()
                || then.get(Metric.OUTPUT_TOKENS_PER_GPU) < LEAST_OUTPUT_PER_GPU * now.get(Metric.OUTPUT_TOKENS_PER_GPU)) {
            return false;
        }
        for (int i = 0; i < before.requirements().size(); i++) {
            RequirementStatus was = before.requirements().get(i);
            RequirementStatus is = candidate.after().requirements().get(i);
            // what is missed already must not be missed by more, what is clearly met must stay so
            if (was.isMissed() && is.factor() > was.factor() * (1 + SAME)
                    || !was.isMissed() && was.status() != is.status()) {
                return false;
            }
        }
        return true;
    }

    private static Finding finding(Degree degree, Estimate now, Evaluated smallest) {
        Estimate then = smallest.after().estimate().orElseThrow();
        int value = degree.of(then.plan());
        String head = degree.label() + " " + degree.of(now.plan()) + (value == 1 ? " is not needed: " : " is more than needed: at "
                + degree.label() + " " + value + " ") + "everything fits on " + (long) then.get(Metric.GPUS) + " GPUs";
        double share = then.get(Metric.GPUS) / now.get(Metric.GPUS);
        String what = Double.isNaN(now.get(Metric.COST_PER_HOUR)) ? "GPUs" : "cost";
        return new Finding(Severity.NOTE, "surplus." + degree.label(), head + "; memory "
                + FORMAT.share(now.get(Metric.MEMORY_UTILIZATION)).replace(" %", "") + " → "
                + FORMAT.share(then.get(Metric.MEMORY_UTILIZATION)) + ", "
                + (share == 0.5 ? "half" : FORMAT.share(share) + " of") + " the " + what + ".",
                "the same limits on fewer GPUs");
    }

    private static double gpus(Evaluated candidate) {
        return gpus(candidate.after());
    }

    private static double gpus(Judgement judgement) {
        return judgement.outcome() instanceof Estimate e ? e.get(Metric.GPUS) : Double.MAX_VALUE;
    }
}
