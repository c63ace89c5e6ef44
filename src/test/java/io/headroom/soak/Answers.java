package io.headroom.soak;

import io.headroom.ui.file.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Answers every question of the window at random. */
final class Answers implements Prompts {

    private static final List<String> NAMES = List.of("A", "B", "", "  ", "two words", "ünïcödé ≤ 5", "x".repeat(300),
            "A/B", "\u0000", "plan 7");

    private final SplittableRandom random;
    private final List<Path> files;
    private final Path folder;

    Answers(SplittableRandom random, List<Path> files, Path folder) {
        this.random = random;
        this.files = files;
        this.folder = folder;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return any();
    }

    @Override
    public Optional<Path> measurementsToOpen() {
        return any();
    }

    @Override
    public Optional<Path> modelToImport() {
        return any();
    }

    @Override
    public Optional<Path> fileToSave(String suggestedName) {
        return Optional.of(folder.resolve("saved-" + random.nextInt(3) + ".json"));
    }

    @Override
    public Optional<Path> reportToSave(String suggestedName) {
        // a report takes as long as some hundred other actions
        return random.nextInt(50) == 0 ? Optional.of(folder.resolve("report.html")) : Optional.empty();
    }

    @Override
    public Unsaved unsaved(String title) {
        return Unsaved.values()[random.nextInt(Unsaved.values().length)];
    }

    @Override
    public Optional<String> newName(String old) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(NAMES.get(random.nextInt(NAMES.size())));
    }

    @Override
    public boolean restoreDraft(String title) {
        return random.nextBoolean();
    }

    @Override
    public boolean overwriteTheirs(String message) {
        return random.nextBoolean();
    }

    private Optional<Path> any() {
        return random.nextInt(10) == 0 ? Optional.empty() : Optional.of(files.get(random.nextInt(files.size())));
    }
}
