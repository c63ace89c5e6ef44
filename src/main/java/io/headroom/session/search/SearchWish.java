package io.headroom.session.search;

import io.headroom.estimate.Metric;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.notch.Notches;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.SearchSpace;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a search depends on: what was found is old as soon as one of these differs.
 *
 * @param plan the plan on screen, without degrees of its own where those do not matter
 * @param gpus numbers of GPUs
 * @param across the first metric of the front
 * @param up the second
 */
public record SearchWish(Plan plan, GpuQuestion gpus, Metric across, Metric up) {

    /**
     * {@code plan} on one GPU, which has the same layouts around it: a search tries all degrees, whatever the plan's own are.
     * A plan whose TP, EP or CP is no place of its slider stays as it is, because its own value is tried too.
     */
    static Plan withoutDegrees(Plan plan) {
        Plan single = plan.withParallelism(Parallelism.SINGLE);
        boolean isOnPlace = Stream.of(Degree.TENSOR, Degree.EXPERT, Degree.CONTEXT).allMatch(degree ->
                Notches.of(single, degree).stream().anyMatch(notch -> notch.value() == degree.of(plan)));
        return isOnPlace ? single : plan;
    }

    /** Layouts of the plan at every number of GPUs up to the largest. */
    SearchSpace space() {
        return SearchSpace.of(plan, GpuCounts.upTo(gpus.most())).withFront(List.of(across, up));
    }
}
