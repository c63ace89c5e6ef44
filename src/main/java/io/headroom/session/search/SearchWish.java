package io.headroom.session.search;

import io.headroom.estimate.Metric;
import io.headroom.explore.search.GpuCounts;
import io.headroom.explore.search.SearchSpace;
import io.headroom.plan.Plan;
import java.util.List;

/**
 * All that a search depends on: what was found is old as soon as one of these differs.
 *
 * @param plan the plan on screen
 * @param gpus numbers of GPUs
 * @param across the first metric of the front
 * @param up the second
 */
public record SearchWish(Plan plan, GpuQuestion gpus, Metric across, Metric up) {

    /** Layouts of the plan at every number of GPUs up to the largest. */
    SearchSpace space() {
        return SearchSpace.of(plan, GpuCounts.upTo(gpus.most())).withFront(List.of(across, up));
    }
}
