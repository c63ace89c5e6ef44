package io.headroom.explore.advice;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.simulate.Simulation;
import io.headroom.plan.Plan;
import java.util.Map;

/** Judges a plan with everything that its limits ask for: one with limits on percentiles is played through, which takes seconds. */
public final class FullJudgement {

    private FullJudgement() {
    }

    /** {@code plan}, judged. */
    public static Judgement of(Plan plan) {
        boolean isPlayed = plan.requirements().stream().map(r -> Metric.byId(r.metric()))
                .anyMatch(metric -> metric.isPresent() && metric.get().isSimulated());
        return Judge.judge(plan, Estimator.estimate(plan), isPlayed ? Simulation.percentiles(plan) : Map.of());
    }
}
