package io.headroom.session.audit;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.judge.Audit;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Audits the review on screen in the background, one audit at a time: whatever is asked meanwhile, the last of it is done
 * next, so that a drag waits for nothing. State changes on its owner's thread only.
 */
public final class AuditSession {

    private final Catalog catalog;
    private final Executor background;
    private final Executor owner;
    private final ReadOnlyObjectWrapper<AuditState> state = new ReadOnlyObjectWrapper<>(this, "state", AuditState.NONE);
    private Subject wanted;
    private boolean isRunning;

    /**
     * @param catalog says what accelerators support
     * @param background runs audits
     * @param owner the thread that owns the state
     */
    public AuditSession(Catalog catalog, Executor background, Executor owner) {
        this.catalog = catalog;
        this.background = background;
        this.owner = owner;
    }

    /** Asks for the audit of {@code subject}, unless it was asked for last. */
    public void ask(Subject subject) {
        if (subject.isSame(wanted)) {
            return;
        }
        wanted = subject;
        if (!isRunning) {
            start();
        }
    }

    /** The audit, and whether it is that of what was asked for last. */
    public ReadOnlyObjectProperty<AuditState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void start() {
        isRunning = true;
        state.set(state.get().stale());
        Subject subject = wanted;
        background.execute(() -> {
            AuditState done = audit(subject);
            owner.execute(() -> finished(subject, done));
        });
    }

    private void finished(Subject subject, AuditState done) {
        isRunning = false;
        state.set(done);
        if (!subject.isSame(wanted)) {
            start();
        }
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
