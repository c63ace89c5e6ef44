package io.headroom.ui.curve;

import io.headroom.check.Judgement;
import io.headroom.explore.curve.Roofline;
import io.headroom.plan.Plan;
import io.headroom.ui.view.Work;
import java.util.Optional;

/**
 * The roofline of the plan asked for last, worked out away from the window: of all plans that a drag passes while one is
 * under way only the last is begun. Until it is there the one before stays. Used on the thread of the window only.
 */
final class LatestRoofline {

    private final Work work;
    private final Runnable changed;
    private Optional<Roofline> found = Optional.empty();
    private Plan of;
    private Plan wanted;
    private boolean isAtWork;

    /**
     * @param work where it is worked out
     * @param changed told when there is another
     */
    LatestRoofline(Work work, Runnable changed) {
        this.work = work;
        this.changed = changed;
    }

    /** Asks for the roofline of what {@code judgement} is about. */
    void ask(Judgement judgement) {
        Plan plan = judgement.plan();
        wanted = plan;
        if (judgement.estimate().isEmpty()) {
            of = plan;
            found = Optional.empty();
        }
        begin();
    }

    /** The last that was finished; empty where its plan has no numbers. */
    Optional<Roofline> found() {
        return found;
    }

    /** Whether what was found is about another plan than the one asked for. */
    boolean isStale() {
        return !wanted.equals(of);
    }

    private void begin() {
        if (isAtWork || !isStale()) {
            return;
        }
        Plan plan = wanted;
        isAtWork = true;
        work.background().execute(() -> {
            Optional<Roofline> roofline = worked(plan);
            work.window().execute(() -> take(plan, roofline));
        });
    }

    private static Optional<Roofline> worked(Plan plan) {
        try {
            return Optional.of(Roofline.of(plan));
        } catch (IllegalArgumentException e) {
            // a plan without numbers
            return Optional.empty();
        }
    }

    private void take(Plan plan, Optional<Roofline> roofline) {
        isAtWork = false;
        of = plan;
        found = roofline;
        begin();
        changed.run();
    }
}
