package io.headroom.session.audit;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.judge.Audit;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Audits the review on screen in the background: of all that is asked in a drag only the last is begun, so that a drag
 * waits for nothing. Until then the result before stays, marked as stale. State changes on its owner's thread only.
 */
public final class AuditSession {

    private final Catalog catalog;
    private final Executor rested;
    private final Turns turns;
    private final ReadOnlyObjectWrapper<AuditState> state = new ReadOnlyObjectWrapper<>(this, "state", AuditState.NONE);
    private Subject wanted;

    /**
     * @param catalog says what accelerators support
     * @param rested runs audits, a moment after they were asked for
     * @param owner the thread that owns the state
     */
    public AuditSession(Catalog catalog, Executor rested, Executor owner) {
        this.catalog = catalog;
        this.rested = rested;
        this.turns = new Turns(owner);
    }

    /** Asks for the audit of {@code subject}, unless it was asked for last. */
    public void ask(Subject subject) {
        if (subject.isSame(wanted)) {
            return;
        }
        wanted = subject;
        if (!state.get().isStale()) {
            state.set(state.get().stale());
        }
        Turn turn = turns.next();
        rested.execute(() -> {
            if (turn.isWanted()) {
                AuditState done = audit(subject);
                turn.tell(() -> state.set(done));
            }
        });
    }

    /** The audit, and whether it is that of what was asked for last. */
    public ReadOnlyObjectProperty<AuditState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private AuditState audit(Subject subject) {
        try {
            return AuditState.of(Audit.of(subject.claims(), catalog));
        } catch (RuntimeException e) {
            // a fault of the audit must not leave the view waiting
            return AuditState.failed(String.valueOf(e.getMessage()));
        }
    }
}
