package io.headroom.session;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.huggingface.Imported;
import io.headroom.json.JsonRefused;
import io.headroom.json.Problem;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Document;
import io.headroom.planfile.Documents;
import io.headroom.planfile.Embedded;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.report.read.ReportReader;
import io.headroom.report.read.ReportReading;
import io.headroom.report.read.text.NotReadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The file behind the review: new, open, save. The disk is used on a worker, state changes on its owner's thread; a file
 * that cannot be read leaves the open review as it is and says why.
 */
public final class DocumentSession {

    private final PlanSession session;
    private final Documents documents;
    private final Catalog catalog;
    private final Executor worker;
    private final Executor owner;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>(this, "document");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyObjectWrapper<Optional<ReadReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private Place before;

    /** A document that made room for a report, and the one that made room for it. */
    private record Place(Document document, String title, Optional<ReadReport> report, Kept kept, Place before) {
    }

    /**
     * @param session the review
     * @param documents the disk
     * @param catalog for new plans and samples
     * @param worker one thread that is never interrupted
     * @param owner the thread that owns the state
     */
    public DocumentSession(PlanSession session, Documents documents, Catalog catalog, Executor worker,
            Executor owner) {
        this.session = session;
        this.documents = documents;
        this.catalog = catalog;
        this.worker = worker;
        this.owner = owner;
        document.set(Document.unsaved(session.reviewProperty().get()));
    }

    /** A review with one default plan. */
    public static Review emptyReview(Catalog catalog) {
        Plan plan = Plan.of("A", catalog.model("qwen3-8b").orElseGet(() -> catalog.models().getFirst()),
                Hardware.of(catalog.gpu("h100-sxm").orElseGet(() -> catalog.gpus().getFirst())),
                new Assumptions(catalog.profile("calibrated").orElseThrow(), null, Map.of()));
        return new Review("New review", "A", List.of(plan), Extras.NONE);
    }

    /** Starts a new review. */
    public void startNew() {
        adopt(Document.unsaved(emptyReview(catalog)), "Unsaved review");
    }

    /** Opens a sample; saving it asks for a file. */
    public void openSample(String name) {
        Opened opened = Samples.read(name, catalog);
        adopt(new Document(null, opened, null), Samples.title(name));
    }

    /**
     * Opens a plan file; {@code then} hears whether it did. A Hugging Face {@code config.json} is no plan: its model is
     * taken into the plan on screen. Of an exported report the review inside is opened, as of no file yet. Any other text is
     * read as a report, to be kept or discarded.
     */
    public void open(Path path, Consumer<Boolean> then) {
        worker.execute(() -> reading("open", path, then, () -> {
            byte[] bytes = documents.read(path);
            if (ModelImport.isConfiguration(bytes)) {
                take(path, bytes, then);
                return;
            }
            Optional<byte[]> embedded = Embedded.find(bytes);
            if (embedded.isPresent()) {
                // a report is no file to save to
                Document inside = new Document(null, PlanFile.read(name(path), embedded.get(), catalog), null);
                owner.execute(() -> {
                    adopt(inside, name(path));
                    then.accept(true);
                });
                return;
            }
            if (!name(path).endsWith(PlanFile.EXTENSION) && !PlanFile.isMeant(bytes)) {
                readReport(name(path), bytes, then);
                return;
            }
            Document opened = documents.open(path);
            owner.execute(() -> {
                adopt(opened, name(path));
                then.accept(true);
            });
        }));
    }

    /** Takes the model of a Hugging Face {@code config.json} into the plan on screen, as one edit. */
    public void importModel(Path path) {
        Consumer<Boolean> nobody = isOpen -> { };
        worker.execute(() -> reading("import", path, nobody, () -> take(path, documents.read(path), nobody)));
    }

    private void readReport(String file, byte[] bytes, Consumer<Boolean> then) {
        try {
            ReportReading reading = ReportReader.read(file, bytes, catalog);
            owner.execute(() -> {
                propose(new ReadReport(file, reading, false));
                then.accept(true);
            });
        } catch (NotReadable e) {
            fail("Could not read " + file + " as a report", List.of(e.getMessage()), then);
        } catch (RuntimeException e) {
            // a fault of the reader must not be silence
            fail("Could not read " + file + " as a report", List.of("The reader failed on this text: " + e), then);
        }
    }

    /** Shows what was read in place of the document, which undo and {@link #discardReport} bring back. */
    private void propose(ReadReport read) {
        Place old = place();
        Document made = Document.unsaved(read.reading().review());
        session.open(made.review());
        put(new Place(made, read.file() + " (report)", Optional.of(read), session.keep(), old));
        session.back(new Edge("Open " + read.file(), () -> goBack(read.file())));
    }

    /** Takes the review that was read from a report as the document; no file holds it yet. */
    public void keepReport() {
        report.get().ifPresent(read -> {
            report.set(Optional.of(read.confirmed()));
            session.markUnsaved();
        });
    }

    /** Brings the document back that made room for the report; redo shows the report again. */
    public void discardReport() {
        report.get().ifPresent(read -> goBack(read.file()));
    }

    private void goBack(String file) {
        Place left = place();
        put(before);
        session.forth(new Edge("Open " + file, () -> put(left)));
    }

    private Place place() {
        return new Place(document.get(), title.get(), report.get(), session.keep(), before);
    }

    private void put(Place place) {
        session.restore(place.kept());
        document.set(place.document());
        title.set(place.title());
        before = place.before();
        notice.set(Notice.NONE);
        report.set(place.report());
    }

    private void take(Path path, byte[] bytes, Consumer<Boolean> then) throws JsonRefused {
        Imported imported = ModelImport.read(path, bytes);
        owner.execute(() -> {
            ModelImport.put(imported.spec(), session);
            notice.set(new Notice(Notice.Kind.INFORMS, imported.spec().name() + " of " + name(path)
                    + " is now the model of this plan", imported.remarks()));
            then.accept(false);
        });
    }

    /** What may find a file unreadable. */
    private interface Reading {
        void run() throws JsonRefused, FileRefused;
    }

    private void reading(String what, Path path, Consumer<Boolean> then, Reading reading) {
        try {
            reading.run();
        } catch (JsonRefused e) {
            List<String> lines = e.problems().stream().map(Problem::toString).toList();
            String count = lines.size() == 1 ? "1 problem" : lines.size() + " problems";
            fail("Could not " + what + " " + name(path) + ": " + count, lines, then);
        } catch (FileRefused e) {
            fail("Could not " + what + " " + name(path), List.of(e.getMessage()), then);
        }
    }

    /** Saves to {@code path}; {@code then} hears what became of it. */
    public void save(Path path, Consumer<SaveResult> then) {
        Document before = document.get();
        Review review = session.reviewProperty().get();
        worker.execute(() -> {
            SaveResult result = documents.save(before, review, path);
            owner.execute(() -> {
                saved(before, result, review, path);
                then.accept(result);
            });
        });
    }

    /** Saves over what another program wrote meanwhile, which stays as the backup. */
    public void saveOver(Path path, SaveResult.ChangedOutside theirs, Consumer<SaveResult> then) {
        Document before = document.get();
        Review review = session.reviewProperty().get();
        worker.execute(() -> {
            SaveResult result = documents.saveOver(before, review, path, theirs);
            owner.execute(() -> {
                saved(before, result, review, path);
                then.accept(result);
            });
        });
    }

    /** Writes files that are no plan files, in their order; {@code then} hears why not, or nothing where all were written. */
    public void export(Map<Path, byte[]> files, Consumer<String> then) {
        worker.execute(() -> {
            String why = files.entrySet().stream().map(file -> documents.export(file.getKey(), file.getValue()))
                    .filter(result -> !(result instanceof SaveResult.Saved)).findFirst().map(SaveResult::message)
                    .orElse("");
            owner.execute(() -> then.accept(why));
        });
    }

    /** Reads any file; {@code then} gets its bytes, or {@code refused} why it cannot be read. */
    public void read(Path path, Consumer<byte[]> then, Consumer<String> refused) {
        worker.execute(() -> {
            try {
                byte[] bytes = documents.read(path);
                owner.execute(() -> then.accept(bytes));
            } catch (FileRefused e) {
                owner.execute(() -> refused.accept(e.getMessage()));
            }
        });
    }

    /** Tells {@code what} in place of the last notice. */
    public void tell(Notice what) {
        notice.set(what);
    }

    /** Takes the notice away. */
    public void dismiss() {
        notice.set(Notice.NONE);
    }

    /** The review's file. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** The file's name. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The report that the review was read from, if it was. */
    public ReadOnlyObjectProperty<Optional<ReadReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** What is to be told of the last file operation. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Shows an opened review. */
    public void adopt(Document opened, String name) {
        before = null;
        session.open(opened.review());
        document.set(opened);
        title.set(opened.opened().readOnly() ? name + " (read-only)" : name);
        List<String> remarks = opened.opened().remarks();
        boolean isReadOnly = opened.opened().readOnly();
        notice.set(remarks.isEmpty() && !isReadOnly ? Notice.NONE
                : new Notice(isReadOnly ? Notice.Kind.WARNS : Notice.Kind.INFORMS,
                        isReadOnly ? "Opened read-only: " + name + " was made by a newer version"
                                : "Opened " + name + " with remarks", remarks));
        report.set(Optional.empty());
    }

    private void saved(Document before, SaveResult result, Review review, Path path) {
        if (document.get() != before) {
            return;
        }
        document.set(before.after(result, review, path));
        switch (result) {
            case SaveResult.Saved s -> {
                session.markSaved(review);
                report.set(report.get().map(ReadReport::confirmed));
                title.set(name(path));
                notice.set(s.remarks().isEmpty() ? Notice.NONE
                        : new Notice(Notice.Kind.INFORMS, "Saved " + name(path), s.remarks()));
            }
            case SaveResult.ChangedOutside c ->
                    notice.set(new Notice(Notice.Kind.WARNS, "Not saved", List.of(c.message())));
            case SaveResult.Failed f -> notice.set(new Notice(Notice.Kind.FAILED, "Not saved", List.of(f.message())));
        }
    }

    private void fail(String what, List<String> lines, Consumer<Boolean> then) {
        owner.execute(() -> {
            notice.set(new Notice(Notice.Kind.FAILED, what, lines));
            then.accept(false);
        });
    }

    private static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
}
