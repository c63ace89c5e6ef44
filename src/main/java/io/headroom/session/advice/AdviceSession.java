package io.headroom.session.advice;

import io.headroom.check.Judgement;
import io.headroom.explore.advice.Advice;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Works out the advice on the plan asked for last. Asking anew gives up what is under way; until the answer is there the
 * one before stays, and {@link #isFor} says that it is old. State changes on its owner's thread only.
 */
public final class AdviceSession {

    private final Executor background;
    private final Executor owner;
    private final AtomicReference<Judgement> wanted = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
            new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());

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
        if (judgement.equals(wanted.get())) {
            return;
        }
        wanted.set(judgement);
        if (!isFor(judgement)) {
            background.execute(() -> Advice.of(judgement, () -> wanted.get() == judgement)
                    .ifPresent(found -> owner.execute(() -> take(found))));
        }
    }

    /** Gives up what is under way: nobody looks at it any more. */
    public void forget() {
        wanted.set(null);
    }

    /** Whether the advice that is there is about {@code judgement}. */
    public boolean isFor(Judgement judgement) {
        return advice.get().filter(a -> a.judgement().plan().equals(judgement.plan())).isPresent();
    }

    /** The last advice that was finished; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Advice>> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    private void take(Advice found) {
        if (wanted.get() == found.judgement()) {
            advice.set(Optional.of(found));
        }
    }
}
