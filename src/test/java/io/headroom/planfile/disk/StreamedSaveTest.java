package io.headroom.planfile.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every disk call of a long save fails, or kills the program: what stands there is wholly old or wholly new. */
class StreamedSaveTest {

    private static final String OLD = "old ".repeat(50);
    private static final String NEW = "new ".repeat(40);

    @TempDir
    private Path folder;

    private void write(DiskOps disk) throws FileRefused {
        try (StreamedSave save = StreamedSave.begin(folder.resolve("all.csv"), disk)) {
            for (int i = 0; i < 4; i++) {
                save.write(NEW.substring(i * NEW.length() / 4, (i + 1) * NEW.length() / 4).getBytes(StandardCharsets.UTF_8));
            }
            save.commit();
        }
    }

    private long temporaries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".tmp")).count();
        }
    }

    @ParameterizedTest
    @EnumSource(FaultyDisk.Fault.class)
    void faultAtEveryCall(FaultyDisk.Fault fault) throws IOException {
        Path file = folder.resolve("all.csv");
        for (int n = 1; ; n++) {
            Files.writeString(file, OLD);
            FaultyDisk disk = new FaultyDisk(fault, n);
            String outcome = "";
            try {
                write(disk);
            } catch (FileRefused e) {
                outcome = e.getMessage();
            } catch (FaultyDisk.Killed e) {
                outcome = "killed";
            }
            String where = fault + " at " + n + " " + disk.calls();
            if (outcome.isEmpty()) {
                assertThat(Files.readString(file)).as(where).isEqualTo(NEW);
                assertThat(disk.calls().size()).as(where).isLessThan(n);
                assertThat(n).isGreaterThan(8);
                return;
            }
            assertThat(Files.readString(file)).as(where).isIn(OLD, NEW);
            if (outcome.contains("The file is as it was") && fault == FaultyDisk.Fault.ERROR_BEFORE) {
                assertThat(Files.readString(file)).as(where).isEqualTo(OLD);
                assertThat(temporaries()).as(where).isZero();
            }
        }
    }

    @Test
    void closedByAnotherThreadItLeavesNothing() throws Exception {
        Path file = folder.resolve("all.csv");
        Files.writeString(file, OLD);
        StreamedSave save = StreamedSave.begin(file);
        save.write(NEW.getBytes(StandardCharsets.UTF_8));
        Thread stop = new Thread(save::close);
        stop.start();
        stop.join();
        assertThatThrownBy(() -> save.write(new byte[1])).isInstanceOf(FileRefused.class)
                .hasMessageContaining("is as it was");
        assertThatThrownBy(save::commit).isInstanceOf(FileRefused.class);
        assertThat(file).hasContent(OLD);
        assertThat(temporaries()).isZero();
    }

    @Test
    void aFolderOrNoFolderIsRefusedInWords() {
        assertThatThrownBy(() -> StreamedSave.begin(folder)).hasMessageContaining("is a folder, not a file");
        assertThatThrownBy(() -> StreamedSave.begin(folder.resolve("none").resolve("a.csv")))
                .hasMessageContaining("the folder does not exist");
    }
}
