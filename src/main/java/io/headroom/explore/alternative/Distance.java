package io.headroom.explore.alternative;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchResult;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a plan is from a front: the largest factor by which some plan of the front is better in every metric at once,
 * {@code max over the front of min over metrics of (own/theirs)}, theirs/own where more is better. 1 is on the front.
 *
 * @param factor the factor; below 1 where the plan lies beyond the front, as one that breaks a limit may
 * @param ahead the plan of the front that is so much better
 * @param behindBest by objective, how many times better the best plan is
 */
public record Distance(double factor, Found ahead, Map<Objective, Double> behindBest) {

    /** The distance of {@code own} from what {@code result} found; empty where it found nothing or a number lacks. */
    public static Optional<Distance> of(Estimate own, SearchResult result) {
        List<Metric> metrics = result.space().frontMetrics();
        double farthest = Double.NaN;
        Found ahead = null;
        for (Found found : result.front()) {
            double least = Double.POSITIVE_INFINITY;
            for (Metric metric : metrics) {
                least = Math.min(least, better(found.estimate(), own, metric));
            }
            if (ahead == null || least > farthest) {
                farthest = least;
                ahead = found;
            }
        }
        if (ahead == null || Double.isNaN(farthest)) {
            return Optional.empty();
        }
        Map<Objective, Double> behind = new EnumMap<>(Objective.class);
        result.best().forEach((objective, found) -> objective.metric(own.plan())
                .ifPresent(metric -> behind.put(objective, better(found.estimate(), own, metric))));
        return Optional.of(new Distance(farthest, ahead, behind));
    }

    /** The distance in a sentence. */
    public String words(Formatter format) {
        if (factor > 1) {
            return "This plan is behind the front: " + LayoutLabel.of(ahead.plan()) + ", batch "
                    + format.text(ahead.plan().workload().concurrentRequests(), Dimension.COUNT) + " is at least "
                    + format.factor(factor) + " better in each of its metrics.";
        }
        return factor == 1 ? "This plan is on the front." : "This plan lies beyond the front of the plans that pass.";
    }

    /** How many times better {@code a} is than {@code b} in {@code metric}. */
    private static double better(Estimate a, Estimate b, Metric metric) {
        return metric.isMoreBetter() ? a.get(metric) / b.get(metric) : b.get(metric) / a.get(metric);
    }
}
