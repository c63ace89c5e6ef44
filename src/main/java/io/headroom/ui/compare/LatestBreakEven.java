package io.headroom.ui.compare;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.BreakEven;
import io.headroom.explore.input.Input;
import io.headroom.plan.Plan;
import io.headroom.ui.view.Work;
import java.util.Optional;

/**
 * Who wins where of the question asked last, worked out away from the window: of all questions that pass while one is under
 * way only the last is begun. Used on the thread of the window only.
 */
final class LatestBreakEven {

    /** Two plans, what moves and what is compared. */
    record Question(Plan first, Plan second, Input input, Metric metric) {
    }

    private final Work work;
    private final Runnable changed;
    private Optional<BreakEven> found = Optional.empty();
    private Question of;
    private Question wanted;
    private boolean isAtWork;

    /**
     * @param work where it is worked out
     * @param changed told when there is another
     */
    LatestBreakEven(Work work, Runnable changed) {
        this.work = work;
        this.changed = changed;
    }

    void ask(Question question) {
        wanted = question;
        begin();
    }

    /** The last that was finished, of {@link #question}. */
    Optional<BreakEven> found() {
        return found;
    }

    /** What was found is about this; null before the first. */
    Question question() {
        return of;
    }

    /** Whether what was found is about another question than the one asked for. */
    boolean isStale() {
        return !wanted.equals(of);
    }

    private void begin() {
        if (isAtWork || !isStale()) {
            return;
        }
        Question question = wanted;
        isAtWork = true;
        work.background().execute(() -> {
            Optional<BreakEven> worked = worked(question);
            work.window().execute(() -> take(question, worked));
        });
    }

    private static Optional<BreakEven> worked(Question q) {
        try {
            return Optional.of(BreakEven.of(q.first, q.second, q.input, q.metric));
        } catch (IllegalArgumentException e) {
            // no value of the input is legal for either
            return Optional.empty();
        }
    }

    private void take(Question question, Optional<BreakEven> worked) {
        isAtWork = false;
        of = question;
        found = worked;
        begin();
        changed.run();
    }
}
