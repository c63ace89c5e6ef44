package io.headroom.ui.search;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.search.SearchAnswer;
import io.headroom.session.search.SearchText;
import io.headroom.session.search.SearchWish;
import io.headroom.ui.chart.front.FrontModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front of an answer as its chart shows it. */
final class FrontText {

    private static final Formatter SHARES = new Formatter(ByteUnits.GB);
    private static final String POINT = "front.";
    private static final String ROW = "row.";

    private FrontText() {
    }

    static FrontModel of(SearchAnswer answer, Objective objective, Plan plan, Optional<Distance> distance,
            Formatter format) {
        SearchWish wish = answer.wish();
        List<Found> front = answer.all().front();
        List<FrontModel.Point> points = new ArrayList<>();
        for (int i = 0; i < front.size(); i++) {
            Found found = front.get(i);
            points.add(point(POINT + i, found.estimate(), LayoutLabel.of(found.plan()), wish,
                    () -> SearchText.point(found, wish, format) + "\nClick to add it as a plan"));
        }
        String subtitle = front.size() == 1 ? "one layout is the best in both"
                : front.size() + " layouts that no other beats in both";
        return new FrontModel("Front", subtitle, side(wish.across()), side(wish.up()), points,
                marked(answer, objective, format), own(plan, wish, format), format,
                answer.all().passing() == 0 ? "No layout passes." : "One of the two metrics is not known.",
                "Front of " + wish.across().label() + " and " + wish.up().label() + ", " + subtitle + ". "
                        + SearchText.distance(answer, distance, format));
    }

    /** The best layout of each number of GPUs, as the table has them. */
    private static List<FrontModel.Point> marked(SearchAnswer answer, Objective objective, Formatter format) {
        List<FrontModel.Point> points = new ArrayList<>();
        List<Alternatives.Row> rows = answer.alternatives().rows();
        for (int i = 0; i < rows.size(); i++) {
            String gpus = format.text(rows.get(i).gpus(), Dimension.COUNT) + " GPUs";
            String key = ROW + i;
            rows.get(i).result().best(objective).ifPresent(found -> points.add(point(key, found.estimate(), gpus, answer.wish(),
                    () -> gpus + "\n" + SearchText.point(found, answer.wish(), format) + "\nClick to add it as a plan")));
        }
        return points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
    }

    private static Optional<FrontModel.Point> own(Plan plan, SearchWish wish, Formatter format) {
        if (!(Estimator.estimate(plan) instanceof Estimate own) || !own.memory().fits()) {
            return Optional.empty();
        }
        return Optional.of(point("own", own, "This plan", wish, () -> SearchText.own(own, wish, format)))
                .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()));
    }

    private static FrontModel.Point point(String key, Estimate estimate, String label, SearchWish wish,
            java.util.function.Supplier<String> words) {
        return new FrontModel.Point(key, estimate.get(wish.across()), estimate.get(wish.up()), label, words);
    }

    private static FrontModel.Side side(Metric metric) {
        return new FrontModel.Side(metric.label(), metric.dimension(), metric.isMoreBetter());
    }

    /** The plan at the point {@code key}; empty for the plan on screen. */
    static Optional<Found> found(SearchAnswer answer, Objective objective, String key) {
        if (key.startsWith(ROW)) {
            return answer.alternatives().rows().get(Integer.parseInt(key.substring(ROW.length()))).result().best(objective);
        }
        return key.startsWith(POINT) ? Optional.of(answer.all().front().get(
                Integer.parseInt(key.substring(POINT.length())))) : Optional.empty();
    }

    static String share(double progress) {
        return progress > 0 ? SHARES.share(progress) : "";
    }
}
