package io.headroom.planfile.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every disk call of a save fails, or kills the program, in every starting state: the file is wholly old or wholly new,
 * nothing is lost, nothing is left that could be deleted.
 */
class SafeSaveFaultTest {

    private static final byte[] OLD = "good old ".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLDER = "good older ".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "good new ".repeat(150).getBytes(StandardCharsets.UTF_8);

    /** What stands there before. */
    private enum Start { NOTHING, FILE, FILE_AND_BACKUP, BROKEN_FILE_AND_BACKUP, LINK }

    @TempDir
    private Path temp;
    private Path folder;
    private Path file;
    private Path backup;

    @BeforeEach
    void names() {
        folder = temp.resolve("f");
        file = folder.resolve("plan.json");
        backup = folder.resolve("plan.json.bak");
    }

    @ParameterizedTest
    @EnumSource(FaultyDisk.Fault.class)
    void faultAtEveryCall(FaultyDisk.Fault fault) throws IOException {
        for (Start start : Start.values()) {
            int points = 0;
            for (int n = 1; ; n++) {
                byte[] old = prepare(start);
                FaultyDisk disk = new FaultyDisk(fault, n);
                SaveResult result = saveOrDie(disk, old);
                if (disk.calls().size() < n) {
                    assertThat(result).isInstanceOf(SaveResult.Saved.class);
                    break;
                }
                points++;
                check(start, old, result, fault, start + " " + fault + " at " + n + " " + disk.calls());
            }
            // fewer would mean that the loop no longer reaches the save
            assertThat(points).as(start.toString()).isGreaterThanOrEqualTo(start == Start.NOTHING ? 9 : 18);
        }
    }

    @Test
    void orderOfCalls() throws IOException {
        prepare(Start.FILE);
        FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.ERROR_BEFORE, -1);
        new SafeSave(disk, SafeSaveFaultTest::good).save(file, "good".getBytes(StandardCharsets.UTF_8),
                new Expected.Anything());
        assertThat(disk.calls()).containsExactly("stat", "read", "create", "write", "force", "close", "read",
                "copyAttributes", "create", "write", "write", "write", "force", "close", "read", "copyAttributes",
                "move", "read", "move", "forceDirectory");
    }

    @Test
    void withoutAtomicMovesOldOrNewIsSomewhereWhole() throws IOException {
        for (FaultyDisk.Fault fault : FaultyDisk.Fault.values()) {
            for (int n = 1; ; n++) {
                byte[] old = prepare(Start.FILE_AND_BACKUP);
                FaultyDisk disk = new FaultyDisk(fault, n, false);
                SaveResult result = saveOrDie(disk, old);
                if (disk.calls().size() < n) {
                    assertThat(result).isInstanceOf(SaveResult.Saved.class);
                    assertThat(result.message()).contains("written in place");
                    assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
                    assertThat(Files.readAllBytes(backup)).isEqualTo(OLD);
                    break;
                }
                List<byte[]> all = contents();
                assertThat(all.stream().anyMatch(b -> java.util.Arrays.equals(b, OLD)
                        || java.util.Arrays.equals(b, NEW))).as(fault + " at " + n + " " + disk.calls()).isTrue();
            }
        }
    }

    @Test
    void aKilledSaveIsRepeatedAndSweptAtEachPair() throws IOException {
        for (int kill = 1; kill <= 20; kill++) {
            for (int error = 1; error <= 22; error++) {
                byte[] old = prepare(Start.FILE_AND_BACKUP);
                saveOrDie(new FaultyDisk(FaultyDisk.Fault.KILL_AFTER, kill), old);
                byte[] now = Files.readAllBytes(file);
                StaleFiles.sweep(new FaultyDisk(FaultyDisk.Fault.ERROR_EVER_AFTER, error), folder, later(), pid -> false);
                assertThat(Files.readAllBytes(file)).isEqualTo(now);
                saveOrDie(new FaultyDisk(FaultyDisk.Fault.ERROR_AFTER, error), now);
                assertThat(Files.readAllBytes(file)).as("kill %d, error %d", kill, error).isIn(OLD, NEW);
                assertThat(Files.readAllBytes(backup)).isIn(OLDER, OLD, NEW);
            }
        }
    }

    private void check(Start start, byte[] old, SaveResult result, FaultyDisk.Fault fault, String where)
            throws IOException {
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : null;
        assertThat(now).as(where).satisfiesAnyOf(b -> assertThat(b).isEqualTo(NEW), b -> assertThat(b).isEqualTo(old));
        switch (result) {
            case SaveResult.Saved saved -> assertThat(now).as(where).isEqualTo(NEW);
            case SaveResult.Failed failed -> {
                assertThat(now).as(where).isEqualTo(failed.hash() == null ? old : NEW);
                assertThat(failed.message()).contains("plan.json").contains("fault").doesNotContain("\n");
            }
            case SaveResult.ChangedOutside changed -> throw new AssertionError(where);
            case null -> assertThat(fault.name()).startsWith("KILL");
        }
        if (start == Start.LINK) {
            assertThat(Files.isSymbolicLink(file)).as(where).isTrue();
        }
        if (start == Start.FILE_AND_BACKUP || start == Start.BROKEN_FILE_AND_BACKUP) {
            byte[] kept = Files.readAllBytes(backup);
            assertThat(good(kept)).as("the backup stays good " + where).isTrue();
        }
        int left = temporaries().size();
        boolean deletable = fault == FaultyDisk.Fault.ERROR_AFTER || fault == FaultyDisk.Fault.ERROR_BEFORE;
        assertThat(left).as(where).isLessThanOrEqualTo(deletable ? 0 : 2);
        StaleFiles.sweep(new RealDisk(), folder, Instant.now(), pid -> false);
        assertThat(temporaries()).as("too young to be swept").hasSize(left);
        StaleFiles.sweep(new RealDisk(), folder, later(), pid -> true);
        assertThat(temporaries()).as("of a living process").hasSize(left);
        assertThat(StaleFiles.sweep(new RealDisk(), folder, later(), pid -> false)).isEqualTo(left);
        assertThat(temporaries()).isEmpty();
    }

    private SaveResult saveOrDie(FaultyDisk disk, byte[] old) {
        try {
            Expected expected = old == null ? new Expected.Anything() : new Expected.Unchanged(SafeSave.hash(old));
            return new SafeSave(disk, SafeSaveFaultTest::good).save(file, NEW, expected);
        } catch (FaultyDisk.Killed e) {
            return null;
        }
    }

    private static boolean good(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).startsWith("good");
    }

    private byte[] prepare(Start start) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        byte[] old = start == Start.NOTHING ? null
                : start == Start.BROKEN_FILE_AND_BACKUP ? "broken".repeat(9).getBytes(StandardCharsets.UTF_8) : OLD;
        if (start == Start.LINK) {
            Files.createSymbolicLink(file, Path.of("real.json"));
        }
        if (old != null) {
            Files.write(file, old);
        }
        if (start == Start.FILE_AND_BACKUP || start == Start.BROKEN_FILE_AND_BACKUP) {
            Files.write(backup, OLDER);
        }
        return old;
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".tmp")).toList();
        }
    }

    private List<byte[]> contents() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<byte[]> bytes = new java.util.ArrayList<>();
            for (Path path : all.toList()) {
                bytes.add(Files.readAllBytes(path));
            }
            return bytes;
        }
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(2));
    }
}
