package io.headroom.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/** Questions to the user about files. */
public interface Prompts {

    /** What to do with changes that no file holds. */
    enum Unsaved { SAVE, DISCARD, CANCEL }

    /** A file to open. */
    Optional<Path> fileToOpen();

    /** A file of measurements to read. */
    Optional<Path> measurementsToOpen();

    /** A Hugging Face configuration whose model is wanted. */
    Optional<Path> modelToImport();

    /** A file to save to; an existing one only after the user agreed to replace it. */
    Optional<Path> fileToSave(String suggestedName);

    /** A file for a report, its kind in its ending; an existing one only after the user agreed to replace it. */
    Optional<Path> reportToSave(String suggestedName);

    /** Asks what to do with unsaved changes of {@code title}. */
    Unsaved unsaved(String title);

    /** A name in place of {@code old}. */
    Optional<String> newName(String old);

    /** Whether to take up {@code title} again, which a program that was killed had not saved; else it is forgotten. */
    boolean restoreDraft(String title);

    /** Whether to save over what another program has written. */
    boolean overwriteTheirs(String message);
}
