package io.headroom.explore.alternative;

import io.headroom.check.HardLimit;
import io.headroom.explore.search.Search;
import io.headroom.explore.search.SearchResult;
import io.headroom.explore.search.SearchSpace;
import io.headroom.explore.search.Workers;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A space without the limits that none of its plans keeps, so that the others can still be asked for.
 *
 * @param space the space with the limits that remain
 * @param waived the limits that no plan keeps, each alone; all of them where no plan keeps the rest together
 */
public record Unkept(SearchSpace space, List<Requirement> waived) {

    public Unkept {
        waived = List.copyOf(waived);
    }

    /** Of {@code space}; empty where {@code isCancelled}. */
    public static Optional<Unkept> of(SearchSpace space, Workers workers, BooleanSupplier isCancelled) {
        List<Requirement> all = space.plan().requirements();
        List<Requirement> waived = new ArrayList<>();
        if (!passes(space, all, workers, isCancelled)) {
            for (HardLimit limit : HardLimit.of(all)) {
                Requirement requirement = all.get(limit.index());
                if (!passes(space, List.of(requirement), workers, isCancelled)) {
                    waived.add(requirement);
                }
            }
            if (!passes(space, without(all, waived), workers, isCancelled)) {
                waived.clear();
                HardLimit.of(all).forEach(limit -> waived.add(all.get(limit.index())));
            }
        }
        Plan plan = space.plan().withRequirements(without(all, waived));
        return isCancelled.getAsBoolean() ? Optional.empty() : Optional.of(new Unkept(space.withPlan(plan), waived));
    }

    private static boolean passes(SearchSpace space, List<Requirement> limits, Workers workers,
            BooleanSupplier isCancelled) {
        return Search.run(space.withPlan(space.plan().withRequirements(limits)), workers, isCancelled)
                .map(SearchResult::passing).orElse(0L) > 0;
    }

    private static List<Requirement> without(List<Requirement> all, List<Requirement> some) {
        return all.stream().filter(requirement -> !some.contains(requirement)).toList();
    }
}
