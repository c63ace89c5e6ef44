package io.headroom.check.audit;

import io.headroom.estimate.Metric;
import io.headroom.format.Unit;
import io.headroom.plan.Figure;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/** The {@code figures} of a review as claims. A plan file states everything about its plans, so nothing is open. */
public final class ReviewClaims {

    private ReviewClaims() {
    }

    /**
     * All figures of {@code review}; those whose unit does not fit their metric are unread.
     *
     * @param lines line of the file by index of the plan and of the figure
     */
    public static ClaimedReport of(Review review, IntBinaryOperator lines) {
        List<Claim> claims = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < review.plans().size(); i++) {
            Plan plan = review.plans().get(i);
            for (int j = 0; j < plan.figures().size(); j++) {
                Figure figure = plan.figures().get(j);
                int line = lines.applyAsInt(i, j);
                reasonUnread(figure).ifPresentOrElse(
                        reason -> unread.add(new Unread(line, text(figure), reason)),
                        () -> claims.add(claim(figure, plan.name(), line)));
            }
        }
        List<ReadPlan> plans = review.plans().stream().map(plan -> new ReadPlan(plan, Set.of())).toList();
        return new ClaimedReport(review.name(), plans, claims, List.of(), unread);
    }

    private static Optional<String> reasonUnread(Figure figure) {
        Optional<Metric> metric = Metric.byId(figure.metric());
        boolean fits = metric.isEmpty()
                || Unit.of(figure.unit()).filter(unit -> unit.states(metric.get().dimension())).isPresent();
        return fits ? Optional.empty() : Optional.of("\"" + figure.unit() + "\" is no unit of " + figure.metric());
    }

    private static Claim claim(Figure figure, String plan, int line) {
        double factor = Unit.of(figure.unit()).map(Unit::factor).orElse(1.0);
        Written written = new Written(figure.value(), figure.unit(), figure.value() * factor,
                lastDigit(figure.value()) * factor, Written.Bound.EXACT);
        Claim.Role role = switch (figure.kind()) {
            case CLAIMED -> Claim.Role.CLAIM;
            case MEASURED -> Claim.Role.MEASUREMENT;
        };
        return new Claim(line, text(figure), plan, figure.metric(), "", written, role);
    }

    private static String text(Figure figure) {
        return figure.source().isEmpty() ? figure.metric() : figure.source();
    }

    /** One unit of the last digit behind the dot, at most 1: trailing zeros are not kept by files. */
    private static double lastDigit(double value) {
        int decimals = BigDecimal.valueOf(value).stripTrailingZeros().scale();
        return Math.pow(10, -Math.max(0, decimals));
    }
}
