package io.headroom.explore.fleet;

import io.headroom.explore.fleet.cover.Cover;
import io.headroom.explore.fleet.cover.CoverProblem;
import io.headroom.explore.fleet.cover.CoverSearch;
import io.headroom.explore.search.Found;
import io.headroom.estimate.Metric;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The replicas that carry a fleet's demands with the least of something.
 *
 * @param objective what is least
 * @param kind whether it can be done with what there is
 * @param deployments the replicas; where what there is does not suffice, those that would be taken if it did
 * @param uncarried demands of which no layout passes anywhere; the others are carried without them
 * @param gap share by which an answer may be better, 0 where none is
 */
public record FleetAnswer(FleetObjective objective, Kind kind, List<Deployment> deployments, List<Traffic> uncarried,
        double gap) {

    /** Whether it can be done with what there is. */
    public enum Kind {
        /** It can. */
        CARRIED,
        /** There are too few accelerators. */
        TOO_FEW,
        /** No way was found, and none was ruled out. */
        UNKNOWN
    }

    public FleetAnswer {
        deployments = List.copyOf(deployments);
        uncarried = List.copyOf(uncarried);
    }

    /** GPUs of all deployments. */
    public long gpus() {
        return deployments.stream().mapToLong(Deployment::gpus).sum();
    }

    /** GPUs of {@code pool} in all deployments. */
    public long gpus(Pool pool) {
        return deployments.stream().filter(d -> d.pool().equals(pool)).mapToLong(Deployment::gpus).sum();
    }

    /** US dollars an hour of all deployments; NaN where one has no price. */
    public double costPerHour() {
        return deployments.stream().mapToDouble(Deployment::costPerHour).sum();
    }

    /** Whether everything is carried. */
    public boolean carriesAll() {
        return kind == Kind.CARRIED && uncarried.isEmpty();
    }

    /** The deployments of {@code other} where they are as good, so that one answer is not shown as two. */
    FleetAnswer orThatOf(FleetAnswer other) {
        boolean isAsGood = kind == Kind.CARRIED && other.kind == kind && gpus() == other.gpus()
                && uncarried.equals(other.uncarried);
        return isAsGood ? new FleetAnswer(objective, kind, other.deployments, uncarried, gap) : this;
    }

    /** The answer from what pools offer; empty where {@code isCancelled}. */
    static Optional<FleetAnswer> of(FleetObjective objective, Fleet fleet, List<Offer> offers,
            BooleanSupplier isCancelled) {
        List<Traffic> carried = fleet.traffic().stream().filter(t -> offers.stream().anyMatch(o ->
                o.traffic().equals(t) && objective.weighs(o.pool()) && !o.replicas().isEmpty())).toList();
        List<Traffic> uncarried = fleet.traffic().stream().filter(t -> !carried.contains(t)).toList();
        Replicas all = Replicas.of(objective, fleet, carried, offers);
        Cover cover = CoverSearch.solve(all.problem(false), CoverSearch.MOST_STEPS, isCancelled).orElse(null);
        if (cover == null) {
            return Optional.empty();
        }
        if (cover.replicas().isPresent()) {
            return Optional.of(new FleetAnswer(objective, Kind.CARRIED, all.deployments(cover), uncarried,
                    all.gap(cover)));
        }
        Kind kind = cover.isProven() ? Kind.TOO_FEW : Kind.UNKNOWN;
        return CoverSearch.solve(all.problem(true), CoverSearch.MOST_STEPS, isCancelled).map(wanted ->
                new FleetAnswer(objective, kind, all.deployments(wanted), uncarried, 0));
    }

    /** Every replica on offer, as the choices of a problem. */
    private record Replicas(FleetObjective objective, Fleet fleet, List<Traffic> carried, List<Deployment> single) {

        static Replicas of(FleetObjective objective, Fleet fleet, List<Traffic> carried, List<Offer> offers) {
            List<Deployment> single = new ArrayList<>();
            for (Offer offer : offers) {
                if (objective.weighs(offer.pool()) && carried.contains(offer.traffic())) {
                    for (Found replica : offer.replicas()) {
                        single.add(new Deployment(offer.traffic(), offer.pool(), replica, 1));
                    }
                }
            }
            return new Replicas(objective, fleet, carried, single);
        }

        CoverProblem problem(boolean isUnlimited) {
            return new CoverProblem(carried.stream().mapToDouble(fleet::requiredPerSecond).toArray(),
                    fleet.pools().stream().mapToInt(p -> isUnlimited ? Pool.UNLIMITED : p.available()).toArray(),
                    objective.weights(fleet.pools()),
                    single.stream().map(d -> new CoverProblem.Choice(carried.indexOf(d.traffic()),
                            fleet.pools().indexOf(d.pool()), (int) d.gpus(),
                            d.replica().estimate().get(Metric.REQUESTS))).toList());
        }

        List<Deployment> deployments(Cover cover) {
            List<Deployment> deployments = new ArrayList<>();
            List<Integer> replicas = cover.replicas().orElse(List.of());
            for (int i = 0; i < replicas.size(); i++) {
                if (replicas.get(i) > 0) {
                    Deployment one = single.get(i);
                    deployments.add(new Deployment(one.traffic(), one.pool(), one.replica(), replicas.get(i)));
                }
            }
            return deployments;
        }

        /** One less the bound over the weight of the answer. */
        double gap(Cover cover) {
            if (cover.isProven()) {
                return 0;
            }
            double[] weights = objective.weights(fleet.pools());
            double weight = deployments(cover).stream()
                    .mapToDouble(d -> d.gpus() * weights[fleet.pools().indexOf(d.pool())]).sum();
            return Math.max(0, 1 - Math.max(0, cover.lowerBound()) / weight);
        }
    }
}
