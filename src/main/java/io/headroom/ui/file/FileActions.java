package io.headroom.ui.file;

import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** New, open, save and quit, each asking first where changes would be lost. */
public final class FileActions {

    private final PlanSession session;
    private final DocumentSession documents;
    private final Prompts prompts;
    private final Consumer<Path> onUsed;
    private final Consumer<String> say;

    /**
     * @param session the review
     * @param documents its file
     * @param prompts asks the user
     * @param onUsed told of each file that was opened or saved
     * @param say told in a few words what was done
     */
    public FileActions(PlanSession session, DocumentSession documents, Prompts prompts, Consumer<Path> onUsed,
            Consumer<String> say) {
        this.session = session;
        this.documents = documents;
        this.prompts = prompts;
        this.onUsed = onUsed;
        this.say = say;
    }

    /** Starts a new review. */
    public void startNew() {
        unlessUnsaved(documents::startNew);
    }

    /** Asks for a file and opens it. */
    public void open() {
        unlessUnsaved(() -> prompts.fileToOpen().ifPresent(this::read));
    }

    /** Opens {@code path}. */
    public void open(Path path) {
        unlessUnsaved(() -> read(path));
    }

    /** Asks for a Hugging Face configuration and takes its model into the plan on screen, which undo takes back. */
    public void importModel() {
        prompts.modelToImport().ifPresent(documents::importModel);
    }

    /** Opens a sample. */
    public void openSample(String name) {
        unlessUnsaved(() -> documents.openSample(name));
    }

    /** Saves to the review's file, or asks for one. */
    public void save() {
        save(() -> { });
    }

    /** Asks for a file and saves to it. */
    public void saveAs() {
        saveAs(() -> { });
    }

    /** Asks for a name in place of {@code old}. */
    public Optional<String> newName(String old) {
        return prompts.newName(old);
    }

    /** Does {@code action} unless the user wants to keep changes that no file holds. */
    public void unlessUnsaved(Runnable action) {
        if (!session.dirtyProperty().get()) {
            action.run();
            return;
        }
        switch (prompts.unsaved(documents.titleProperty().get())) {
            case SAVE -> save(action);
            case DISCARD -> action.run();
            case CANCEL -> { }
        }
    }

    /** Asks for a file of measurements; {@code then} gets its name and bytes, {@code refused} its name and why not. */
    public void readMeasurements(BiConsumer<String, byte[]> then, BiConsumer<String, String> refused) {
        prompts.measurementsToOpen().ifPresent(path -> documents.read(path,
                bytes -> then.accept(name(path), bytes), why -> refused.accept(name(path), why)));
    }

    private static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    private void save(Runnable then) {
        Path file = documents.documentProperty().get().file();
        if (file == null) {
            saveAs(then);
        } else {
            write(file, then);
        }
    }

    private void saveAs(Runnable then) {
        prompts.fileToSave(suggestedName() + PlanFile.EXTENSION).ifPresent(file -> write(file, then));
    }

    /** Asks for a file for a report; {@code then} makes it. */
    public void report(Consumer<Path> then) {
        prompts.reportToSave(suggestedName()).ifPresent(then);
    }

    private void write(Path file, Runnable then) {
        documents.save(file, result -> {
            if (result instanceof SaveResult.ChangedOutside theirs && prompts.overwriteTheirs(theirs.message())) {
                documents.saveOver(file, theirs, again -> finish(again, file, then));
            } else {
                finish(result, file, then);
            }
        });
    }

    private void finish(SaveResult result, Path file, Runnable then) {
        if (result instanceof SaveResult.Saved) {
            say.accept("Saved.");
            onUsed.accept(file);
            then.run();
        }
    }

    private void read(Path path) {
        documents.open(path, isOpen -> {
            if (isOpen) {
                say.accept("");
                onUsed.accept(path);
            }
        });
    }

    private String suggestedName() {
        String name = session.reviewProperty().get().name().replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip();
        return name.isEmpty() ? "plan" : name.replaceAll("\\s+", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
