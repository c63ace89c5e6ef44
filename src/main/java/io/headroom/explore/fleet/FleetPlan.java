package io.headroom.explore.fleet;

import io.headroom.explore.search.Workers;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What carries a fleet's demands.
 *
 * <p>Replicas serve one demand each. Of every demand on every type the search over layouts gives the replicas that no other
 * beats in GPUs and requests a second; how many of which are taken is then solved exactly, mixed layouts and types
 * among the answers. A limit holds for a replica as it does for a plan of one replica.
 *
 * @param fleet what was asked
 * @param offers of every demand on every type
 * @param answers by objective; without that of cost where no type has a price
 */
public record FleetPlan(Fleet fleet, List<Offer> offers, List<FleetAnswer> answers) {

    public FleetPlan {
        offers = List.copyOf(offers);
        answers = List.copyOf(answers);
    }

    /** The answers for {@code fleet}; empty where {@code isCancelled}. */
    public static Optional<FleetPlan> of(Fleet fleet, Workers workers, BooleanSupplier isCancelled) {
        List<Offer> offers = new ArrayList<>();
        for (Traffic traffic : fleet.traffic()) {
            for (Pool pool : fleet.pools()) {
                Optional<Offer> offer = Offer.of(fleet, traffic, pool, workers, isCancelled);
                if (offer.isEmpty() || isCancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                offers.add(offer.get());
            }
        }
        List<FleetAnswer> answers = new ArrayList<>();
        for (FleetObjective objective : FleetObjective.values()) {
            if (fleet.pools().stream().anyMatch(objective::weighs)) {
                Optional<FleetAnswer> answer = FleetAnswer.of(objective, fleet, offers, isCancelled);
                if (answer.isEmpty()) {
                    return Optional.empty();
                }
                answers.add(answers.isEmpty() ? answer.get() : answer.get().orThatOf(answers.getFirst()));
            }
        }
        return Optional.of(new FleetPlan(fleet, offers, answers));
    }

    /** What each type offers {@code traffic}. */
    public List<Offer> offers(Traffic traffic) {
        return offers.stream().filter(o -> o.traffic().equals(traffic)).toList();
    }

    /** The answer by {@code objective}. */
    public Optional<FleetAnswer> answer(FleetObjective objective) {
        return answers.stream().filter(a -> a.objective() == objective).findFirst();
    }
}
