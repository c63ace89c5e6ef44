package io.headroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rooms stay small and every room has a sign on its door. */
class SourceStyleTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int MOST_LINES = 400;
    private static final int MOST_FILES = 16;

    @Test
    void noFileGrowsPastItsPurpose() throws IOException {
        for (Path file : sources(Path.of("src"))) {
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(MOST_LINES);
        }
    }

    @Test
    void everyPackageSaysWhatItHoldsAndStaysSmall() throws IOException {
        Map<Path, List<Path>> packages = sources(MAIN).stream().collect(Collectors.groupingBy(Path::getParent));
        packages.forEach((folder, files) -> {
            // 15 files and the sign on the door
            assertThat(files.size()).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES);
            if (!folder.equals(MAIN.resolve("io/headroom"))) {
                assertThat(files).as("%s needs a package-info.java", folder)
                        .anyMatch(f -> f.endsWith("package-info.java"));
            }
        });
    }

    /** Sentences of the core that chose units of bytes would keep them when the reader switches. */
    @Test
    void noSentenceOfTheCoreChoosesUnitsOfBytes() throws IOException {
        for (String room : List.of("estimate", "check", "explore", "session")) {
            for (Path file : sources(MAIN.resolve("io/headroom").resolve(room))) {
                // an audit speaks in the units of the text; the session has the switch
                if (!file.endsWith("check/audit/Wording.java") && !file.endsWith("session/PlanSession.java")) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain("new Formatter(");
                }
            }
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
