package io.headroom.ui.report;

import io.headroom.catalog.Catalog;
import io.headroom.session.DocumentSession;
import io.headroom.session.Notice;
import io.headroom.session.PlanSession;
import io.headroom.session.turn.Turn;
import io.headroom.session.turn.Turns;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.view.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Exports a report of what is on the screen, beside other work: the plan as it is when it begins, since later edits do not
 * reach it. Another one, or {@link #cancel}, ends the one before. Used on the FX thread.
 */
public final class ReportExport {

    private final PlanSession session;
    private final DocumentSession documents;
    private final ReportMaker maker;
    private final Work work;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<Optional<Step>> step =
            new ReadOnlyObjectWrapper<>(this, "step", Optional.empty());
    private final Turns turns;

    /**
     * How far it is.
     *
     * @param words what is done now
     * @param share how much is done, from 0 to 1
     */
    public record Step(String words, double share) {
    }

    /**
     * @param session the plan on screen
     * @param documents writes files and tells what could not be done
     * @param catalog for the audit of claims
     * @param theme typeface of the charts
     * @param work where it is done
     * @param say told in a few words what was done
     */
    public ReportExport(PlanSession session, DocumentSession documents, Catalog catalog, Theme theme, Work work,
            Consumer<String> say) {
        this.session = session;
        this.documents = documents;
        this.maker = new ReportMaker(catalog, theme, this::paint);
        this.work = work;
        this.turns = new Turns(work.window());
        this.say = say;
    }

    /** What is done just now; empty where no report is under way. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Makes a report of the plan on screen into {@code file}. */
    public void start(Path file) {
        Turn turn = turns.next();
        ReportMaker.Order order = new ReportMaker.Order(session.reviewProperty().get(), session.index(),
                session.byteUnitsProperty().get(), file);
        step.set(Optional.of(new Step("Report", 0)));
        work.background().execute(() -> make(order, turn));
    }

    /** Stops it; nothing is written. */
    public void cancel() {
        turns.end();
        step.set(Optional.empty());
        say.accept("No report was written.");
    }

    private void make(ReportMaker.Order order, Turn turn) {
        try {
            maker.files(order, progress(turn)).ifPresent(files -> turn.tell(() -> write(order.file(), files)));
        } catch (RuntimeException e) {
            turn.tell(() -> fail(order.file(), e.getMessage()));
        }
    }

    /** Does {@code task} on the FX thread while nobody drags: a chart takes longer to paint than a frame. */
    private void paint(Runnable task) {
        work.window().execute(() -> {
            if (session.isInGesture()) {
                work.settled().execute(() -> paint(task));
            } else {
                task.run();
            }
        });
    }

    private Progress progress(Turn turn) {
        return new Progress() {
            @Override
            public boolean isWanted() {
                return turn.isWanted();
            }

            @Override
            public void at(String words, double share) {
                turn.tell(() -> step.set(Optional.of(new Step(words, share))));
            }
        };
    }

    private void write(Path file, Map<Path, byte[]> files) {
        // from here on there is nothing to stop: the disk is quick, and half a report is none
        turns.end();
        step.set(Optional.empty());
        documents.export(files, failure -> {
            if (failure.isEmpty()) {
                say.accept("Report written to " + file.getFileName() + ".");
            } else {
                fail(file, failure);
            }
        });
    }

    private void fail(Path file, String why) {
        turns.end();
        step.set(Optional.empty());
        documents.tell(new Notice(Notice.Kind.FAILED, "No report was written to " + file.getFileName(), List.of(why)));
    }
}
