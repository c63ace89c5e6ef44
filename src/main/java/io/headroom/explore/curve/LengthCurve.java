package io.headroom.explore.curve;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload.TokenRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A plan with prompts of every length that it may see: from the shortest to the longest of its workload, evenly on a
 * logarithmic scale, its own length among them. A plan that states no range is shown from 128 tokens to the model's
 * context less the output.
 *
 * @param now the plan's own prompt length in tokens
 * @param isStated whether the plan states the range
 * @param points ascending
 */
public record LengthCurve(int now, boolean isStated, List<Point> points) {

    private static final int SHORTEST = 128;
    private static final int MOST_POINTS = 48;

    /**
     * The plan with prompts of one length.
     *
     * @param inputTokens the length
     * @param judgement what follows from it
     */
    public record Point(int inputTokens, Judgement judgement) {
    }

    public LengthCurve {
        points = List.copyOf(points);
    }

    /** Over the prompt lengths of {@code plan}. */
    public static LengthCurve of(Plan plan) {
        TokenRange range = plan.workload().inputRange();
        int now = plan.workload().inputTokens();
        int longest = range != null ? range.max()
                : Math.max(now, plan.model().shape().maxContextTokens() - plan.workload().outputTokens());
        int shortest = Math.min(range != null ? range.min() : Math.min(SHORTEST, now), longest);
        TreeSet<Integer> lengths = new TreeSet<>(List.of(now, shortest, longest));
        double step = Math.log((double) longest / shortest) / (MOST_POINTS - 1);
        for (int i = 1; i < MOST_POINTS - 1; i++) {
            lengths.add((int) Math.rint(shortest * Math.exp(step * i)));
        }
        List<Point> points = new ArrayList<>();
        lengths.forEach(length -> points.add(point(plan, length)));
        return new LengthCurve(now, range != null, points);
    }

    /**
     * The longest prompt up to which {@code metric} stays within {@code limit}: to the token, as the metric grows with
     * the length between the two points where it crosses the limit first. Empty where even the shortest is beyond it, or
     * where there is no number; the longest of the range where none is beyond.
     */
    public OptionalInt longestWithin(Metric metric, double limit) {
        Point last = null;
        for (Point point : points) {
            if (!(point.judgement().value(metric) <= limit)) {
                return last == null ? OptionalInt.empty() : OptionalInt.of(between(last, point, metric, limit));
            }
            last = point;
        }
        return OptionalInt.of(last.inputTokens());
    }

    /** The length among the points that is nearest to {@code inputTokens} by its logarithm; empty where the curve ends before. */
    public OptionalInt nearest(int inputTokens) {
        if (inputTokens < points.getFirst().inputTokens() || inputTokens > points.getLast().inputTokens()) {
            return OptionalInt.empty();
        }
        return points.stream().mapToInt(Point::inputTokens).boxed()
                .min(Comparator.comparingDouble(length -> Math.abs(Math.log((double) length / inputTokens))))
                .map(OptionalInt::of).orElseThrow();
    }

    private static int between(Point within, Point beyond, Metric metric, double limit) {
        int low = within.inputTokens();
        int high = beyond.inputTokens();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (point(within.judgement().plan(), middle).judgement().value(metric) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Point point(Plan plan, int length) {
        return new Point(length, Judge.judge(plan.withWorkload(plan.workload().withInputTokens(length))));
    }
}
