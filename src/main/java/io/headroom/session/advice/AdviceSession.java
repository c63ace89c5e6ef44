package io.headroom.session.advice;

import io.headroom.check.Judgement;
import io.headroom.explore.advice.Advice;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Works out the advice on the plan asked for last. Asking anew gives up what is under way; until the answer is there the
 * one before stays, and {@link #isFor} says that it is old. State changes on its owner's thread only.
 */
public final class AdviceSession {

    private final Executor background;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<Optional<Advice>> advice =
            new ReadOnlyObjectWrapper<>(this, "advice", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private Judgement asked;

    /**
     * @param background runs what takes longer than a frame
     * @param owner the thread that owns the state
     */
    public AdviceSession(Executor background, Executor owner) {
        this.background = background;
        this.turns = new Turns(owner);
    }

    /** Asks for the advice on {@code judgement}; nothing happens where that is there or under way. */
    public void ask(Judgement judgement) {
        if (judgement.equals(asked)) {
            return;
        }
        asked = judgement;
        Turn turn = turns.next();
        problem.set("");
        if (!isFor(judgement)) {
            background.execute(() -> work(judgement, turn));
        }
    }

    private void work(Judgement judgement, Turn turn) {
        try {
            Advice.of(judgement, turn::isWanted).ifPresent(found -> turn.tell(() -> advice.set(Optional.of(found))));
        } catch (RuntimeException e) {
            // a fault of the program must not look like work that never ends
            turn.tell(() -> problem.set(String.valueOf(e.getMessage())));
        }
    }

    /** Gives up what is under way: nobody looks at it any more. */
    public void forget() {
        asked = null;
        turns.end();
    }

    /** Whether the advice that is there is about {@code judgement}. */
    public boolean isFor(Judgement judgement) {
        return advice.get().filter(a -> a.judgement().plan().equals(judgement.plan())).isPresent();
    }

    /** The last advice that was finished; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Advice>> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Why the advice that was asked for last could not be worked out; empty unless the program is at fault. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
