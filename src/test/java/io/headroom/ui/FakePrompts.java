package io.headroom.ui;

import io.headroom.ui.file.Prompts;
import java.nio.file.Path;
import java.util.Optional;

/** Answers questions as a test says. */
final class FakePrompts implements Prompts {

    Path open;
    Path model;
    Path save;
    Path measurements;
    Path report;
    String name;
    Unsaved unsaved = Unsaved.CANCEL;
    int asked;

    @Override
    public Optional<Path> fileToOpen() {
        return Optional.ofNullable(open);
    }

    @Override
    public Optional<Path> measurementsToOpen() {
        return Optional.ofNullable(measurements);
    }

    @Override
    public Optional<Path> modelToImport() {
        return Optional.ofNullable(model);
    }

    @Override
    public Optional<Path> fileToSave(String suggestedName) {
        return Optional.ofNullable(save);
    }

    @Override
    public Optional<Path> reportToSave(String suggestedName) {
        return Optional.ofNullable(report);
    }

    @Override
    public Unsaved unsaved(String title) {
        asked++;
        return unsaved;
    }

    @Override
    public Optional<String> newName(String old) {
        return Optional.ofNullable(name);
    }

    @Override
    public boolean restoreDraft(String title) {
        asked++;
        return false;
    }

    @Override
    public boolean overwriteTheirs(String message) {
        asked++;
        return false;
    }
}
