package io.headroom.explore.question;

import io.headroom.check.Judgement;
import io.headroom.check.legal.Finding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds the last or first x of a range at which a plan passes, without trying all.
 *
 * <p>A range [lo, hi] is skipped only where some limit cannot be kept anywhere in it, by the best value that its
 * metric can have there: {@code m(lo)} or {@code m(hi)} where the metric is monotone, {@code m(lo)*hi/lo} for a rate
 * x/cycle(x) whose cycle never falls, a known slack away where it is monotone but for steps. Otherwise the range is halved, the wanted half first; a range of one is tried.
 * So the answer is that of trying every x, whether what passes is an interval (then this is a bisection) or has holes,
 * as throughput has where requests do not divide by the ranks.
 */
final class Walk {

    /** Judgements after which a question stays open: some tens of milliseconds. */
    private static final int MOST_TRIES = 20_000;
    /** Rounding must not turn a bound into a claim. */
    private static final double ROUNDING = 1e-9;

    private final Plan plan;
    private final Axis axis;
    private final List<Limit> limits;
    private final boolean wantsLargest;
    private final boolean isStrict;
    // no axis can break a rule or mend one, but for warnings
    private final List<Finding> findings;
    private int tries;
    private boolean isUndecided;

    Walk(Plan plan, Axis axis, List<Limit> limits, boolean wantsLargest) {
        this(plan, axis, limits, wantsLargest, false);
    }

    private Walk(Plan plan, Axis axis, List<Limit> limits, boolean wantsLargest, boolean isStrict) {
        this.isStrict = isStrict;
        this.findings = Legality.check(plan);
        this.plan = plan;
        this.axis = axis;
        this.limits = limits;
        this.wantsLargest = wantsLargest;
    }

    /** The answer in [lo, hi]; empty where nothing passes or {@link #isUndecided()}. */
    OptionalInt find(int lo, int hi) {
        return lo > hi ? OptionalInt.empty() : find(lo, hi, at(lo), at(hi));
    }

    /** The same walk that takes every trend for strict: quick, and perhaps beside a step. */
    Walk strict() {
        return new Walk(plan, axis, limits, wantsLargest, true);
    }

    /** Whether the search gave up. */
    boolean isUndecided() {
        return isUndecided;
    }

    /** The plan at x, judged. */
    Judgement at(int x) {
        tries++;
        return Limit.judge(axis.at(plan, x), findings);
    }

    private OptionalInt find(int lo, int hi, Judgement atLo, Judgement atHi) {
        if (isUndecided || !mayPass(lo, hi, atLo, atHi)) {
            return OptionalInt.empty();
        }
        if (Limit.areKept(wantsLargest ? atHi : atLo, limits)) {
            return OptionalInt.of(wantsLargest ? hi : lo);
        }
        if (lo == hi) {
            return OptionalInt.empty();
        }
        if (tries > MOST_TRIES) {
            isUndecided = true;
            return OptionalInt.empty();
        }
        int middle = lo + (hi - lo) / 2;
        if (wantsLargest) {
            OptionalInt right = find(middle + 1, hi, middle + 1 == hi ? atHi : at(middle + 1), atHi);
            return right.isPresent() ? right : find(lo, middle, atLo, middle == lo ? atLo : at(middle));
        }
        OptionalInt left = find(lo, middle, atLo, middle == lo ? atLo : at(middle));
        return left.isPresent() ? left : find(middle + 1, hi, middle + 1 == hi ? atHi : at(middle + 1), atHi);
    }

    private boolean mayPass(int lo, int hi, Judgement atLo, Judgement atHi) {
        // rules and memory do not forbid more at lo than at hi
        if (!(atLo.outcome() instanceof Estimate low) || !(atHi.outcome() instanceof Estimate high)
                || !atLo.isLegal()) {
            return false;
        }
        for (Limit limit : limits) {
            boolean may = switch (limit) {
                case Limit.Memory memory -> atLo.fits();
                case Limit.Required required -> lo == hi ? required.isKept(atLo)
                        : mayKeep(required, lo, hi, low, high);
            };
            if (!may) {
                return false;
            }
        }
        return true;
    }

    private boolean mayKeep(Limit.Required limit, int lo, int hi, Estimate low, Estimate high) {
        double atLo = low.get(limit.metric());
        double atHi = high.get(limit.metric());
        if (Double.isNaN(atLo) || Double.isNaN(atHi)) {
            return true;
        }
        double ratio = (double) hi / lo;
        double best = switch (Trends.of(axis, limit.metric())) {
            case RISES -> limit.isCeiling() ? atLo : atHi;
            case FALLS -> limit.isCeiling() ? atHi : atLo;
            case OVER_RISING -> limit.isCeiling() ? atHi / ratio : atLo * ratio;
            case RISING_OVER -> limit.isCeiling() ? atLo / ratio : atHi * ratio;
            case UNKNOWN -> limit.value();
        };
        double slack = (isStrict ? 1 : Trends.slack(axis, limit.metric(), plan)) * (1 + ROUNDING);
        return limit.admits(limit.isCeiling() ? best / slack : best * slack);
    }
}
