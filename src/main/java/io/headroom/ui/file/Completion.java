package io.headroom.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** What a name becomes that was chosen for a file to write. */
final class Completion {

    private Completion() {
    }

    /**
     * {@code chosen}, with {@code ending} where it is not complete; empty where a file of that name is there and
     * {@code mayReplace} refuses. A complete name is not asked about: the dialog of the system did.
     */
    static Optional<Path> of(Path chosen, Predicate<Path> isComplete, String ending, Predicate<Path> mayReplace) {
        if (isComplete.test(chosen)) {
            return Optional.of(chosen);
        }
        // some systems add no extension, and then have not asked about the file that is meant
        Path completed = Path.of(chosen + ending);
        return !Files.exists(completed) || mayReplace.test(completed) ? Optional.of(completed) : Optional.empty();
    }
}
