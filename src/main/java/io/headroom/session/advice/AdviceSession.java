package io.headroom.session.advice;

import io.headroom.check.Judgement;
import io.headroom.explore.advice.Advice;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Works out the advice on the plan asked for last. Asking anew gives up what is under way; until the answer is there the
 * one before stays, and {@link #isFor} says that it is old. State changes on its owner's thread only.
 */
public final class AdviceSession {

    private static final Wish NOBODY = new Wish(null);

    /** What was asked; the same plan asked for again is another wish, so that the work for the first is dropped. */
    private record Wish(Judgement judgement) {
    }

    private final Executor background;
    private final Executor owner;
    private final AtomicReference<Wish> wanted = new AtomicReference<>(NOBODY);
    private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
            new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());

    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /**
     * @param background runs what takes longer than a frame
     * @param owner the thread that owns the state
     */
    public AdviceSession(Executor background, Executor owner) {
        this.background = background;
        this.owner = owner;
    }

    /** Asks for the advice on {@code judgement}; nothing happens where that is there or under way. */
    public void ask(Judgement judgement) {
        if (judgement.equals(wanted.get().judgement)) {
            return;
        }
        Wish wish = new Wish(judgement);
        wanted.set(wish);
        problem.set("");
        if (!isFor(judgement)) {
            background.execute(() -> work(wish));
        }
    }

    private void work(Wish wish) {
        try {
            Advice.of(wish.judgement, () -> wanted.get() == wish)
                    .ifPresent(found -> owner.execute(() -> take(wish, found)));
        } catch (RuntimeException e) {
            // a fault of the program must not look like work that never ends
            owner.execute(() -> fail(wish, e));
        }
    }

    /** Gives up what is under way: nobody looks at it any more. */
    public void forget() {
        wanted.set(NOBODY);
    }

    /** Whether the advice that is there is about {@code judgement}. */
    public boolean isFor(Judgement judgement) {
        return advice.get().filter(a -> a.judgement().plan().equals(judgement.plan())).isPresent();
    }

    /** The last advice that was finished; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Advice>> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    private void fail(Wish wish, RuntimeException fault) {
        if (wanted.get() == wish) {
            problem.set(String.valueOf(fault.getMessage()));
        }
    }

    /** Why the advice that was asked for last could not be worked out; empty unless the program is at fault. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void take(Wish wish, Advice found) {
        if (wanted.get() == wish) {
            advice.set(Optional.of(found));
        }
    }
}
