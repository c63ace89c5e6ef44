package io.headroom.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missing extension is added, and nothing is replaced that nobody was asked about. */
class CompletionTest {

    @TempDir
    Path folder;

    private final List<Path> asked = new ArrayList<>();

    private Optional<Path> chosen(String name, boolean agrees) {
        return Completion.of(folder.resolve(name), path -> path.toString().endsWith(".json"), ".json", path -> {
            asked.add(path);
            return agrees;
        });
    }

    @Test
    void theMissingExtensionIsAddedOnce() {
        assertThat(chosen("plan", false)).hasValue(folder.resolve("plan.json"));
        assertThat(chosen("plan.json", false)).hasValue(folder.resolve("plan.json"));
        assertThat(chosen("plan.v2", false)).hasValue(folder.resolve("plan.v2.json"));
        assertThat(asked).isEmpty();
    }

    @Test
    void theFileThatIsMeantIsAskedAbout() throws IOException {
        Path there = Files.createFile(folder.resolve("plan.json"));
        assertThat(chosen("plan", false)).isEmpty();
        assertThat(chosen("plan", true)).hasValue(there);
        assertThat(asked).containsExactly(there, there);
        // the dialog of the system asks about what it was given
        assertThat(chosen("plan.json", false)).hasValue(there);
        assertThat(asked).hasSize(2);
    }
}
