package io.headroom.ui.view;

import java.util.Optional;
import java.util.function.Function;

/**
 * The answer to the question asked last, worked out away from the window: of all questions that a drag passes while one is
 * under way only the last is begun. Until its answer is there the one before stays. Used on the thread of the window only.
 *
 * @param <Q> questions, equal where their answers are
 * @param <A> answers
 */
public final class Latest<Q, A> {

    private final Work work;
    private final Function<Q, A> answer;
    private final Runnable changed;
    private Optional<A> found = Optional.empty();
    private Q of;
    private Q wanted;
    private boolean isAtWork;

    /**
     * @param work where it is worked out
     * @param answer works it out; refuses by an {@link IllegalArgumentException} what has no answer
     * @param changed told when there is another
     */
    public Latest(Work work, Function<Q, A> answer, Runnable changed) {
        this.work = work;
        this.answer = answer;
        this.changed = changed;
    }

    /** Asks for the answer to {@code question}. */
    public void ask(Q question) {
        wanted = question;
        begin();
    }

    /** Asks {@code question}, which is known to have no answer. */
    public void askInVain(Q question) {
        wanted = question;
        of = question;
        found = Optional.empty();
    }

    /** The answer to {@link #question}; empty where it has none. */
    public Optional<A> found() {
        return found;
    }

    /** What was answered last; null before the first. */
    public Q question() {
        return of;
    }

    /** Whether what was found is about another question than the one asked for. */
    public boolean isStale() {
        return !wanted.equals(of);
    }

    private void begin() {
        if (isAtWork || !isStale()) {
            return;
        }
        Q question = wanted;
        isAtWork = true;
        work.background().execute(() -> {
            Optional<A> worked = worked(question);
            work.window().execute(() -> take(question, worked));
        });
    }

    private Optional<A> worked(Q question) {
        try {
            return Optional.of(answer.apply(question));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void take(Q question, Optional<A> worked) {
        isAtWork = false;
        of = question;
        found = worked;
        begin();
        changed.run();
    }
}
