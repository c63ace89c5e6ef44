package io.headroom.session.draft;

import io.headroom.plan.Review;
import io.headroom.session.Change;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps a draft of the review while it has changes that no file holds: some seconds after a change, with all that were
 * made until then, so that a drag writes once. Lives on the thread that owns the session; the disk is used on a worker.
 */
public final class Autosave {

    private final PlanSession session;
    private final DocumentSession documents;
    private final Drafts drafts;
    private final Executor worker;
    private final Consumer<Runnable> later;
    private boolean isPlanned;
    private boolean isKept;
    private boolean isEnded;

    /**
     * @param session the review
     * @param documents its file
     * @param drafts where drafts are kept
     * @param worker one thread that uses the disk
     * @param later runs what it is given some seconds later on the thread that owns the session
     */
    public Autosave(PlanSession session, DocumentSession documents, Drafts drafts, Executor worker,
            Consumer<Runnable> later) {
        this.session = session;
        this.documents = documents;
        this.drafts = drafts;
        this.worker = worker;
        this.later = later;
        session.reviewProperty().subscribe(this::plan);
        session.dirtyProperty().subscribe(this::plan);
    }

    /** Takes up {@code draft}: its file is opened, where there still is one, and the draft becomes an edit of it. */
    public void restore(Draft draft) {
        Path file = draft.file();
        if (file == null) {
            documents.startNew();
            put(draft);
        } else {
            documents.open(file, isOpen -> {
                if (!isOpen) {
                    documents.startNew();
                }
                put(draft);
            });
        }
    }

    private void put(Draft draft) {
        session.replace(Change.of("Restore unsaved changes"), draft.review(), session.index());
        forget(draft);
    }

    /** Forgets {@code draft}. */
    public void forget(Draft draft) {
        worker.execute(() -> drafts.forget(draft));
    }

    /** The program ends as it should: what the user did not save is not wanted. */
    public void end() {
        isEnded = true;
        worker.execute(drafts::drop);
    }

    private void plan() {
        boolean isWorthIt = session.dirtyProperty().get() || isKept;
        if (!isPlanned && isWorthIt && !isEnded) {
            isPlanned = true;
            later.accept(this::keep);
        }
    }

    private void keep() {
        isPlanned = false;
        if (isEnded) {
            return;
        }
        if (session.dirtyProperty().get()) {
            Review review = session.reviewProperty().get();
            Path file = documents.documentProperty().get().file();
            isKept = true;
            worker.execute(() -> drafts.keep(review, file));
        } else if (isKept) {
            isKept = false;
            worker.execute(drafts::drop);
        }
    }
}
