package io.headroom.planfile.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links, permissions, names, backups and other people's changes. */
@DisabledOnOs(OS.WINDOWS)
class SafeSaveTest {

    private static final byte[] OLD = bytes("good old");
    private static final byte[] NEW = bytes("good new");

    @TempDir
    private Path folder;

    private final SafeSave saver = new SafeSave(new RealDisk(), b -> new String(b, StandardCharsets.UTF_8).startsWith("good"));

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.write(Files.createDirectory(folder.resolve("d")).resolve("real.json"), OLD);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("d/real.json"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);
        assertSaved(saver.save(second, NEW, new Expected.Unchanged(SafeSave.hash(OLD))));
        assertThat(Files.readSymbolicLink(second)).isEqualTo(link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readAllBytes(real)).isEqualTo(NEW);
        assertThat(Files.readAllBytes(real.resolveSibling("real.json.bak"))).isEqualTo(OLD);
    }

    @Test
    void aDanglingLinkIsFilled() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.json"));
        assertSaved(saver.save(link, NEW, new Expected.Anything()));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("later.json"))).isEqualTo(NEW);
    }

    @Test
    void aLinkThroughALinkedFolderIsFollowedAsTheSystemDoes() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(folder.resolve("short"), deep);
        Files.createSymbolicLink(deep.resolve("link"), Path.of("../real.json"));
        assertSaved(saver.save(folder.resolve("short/link"), NEW, new Expected.Anything()));
        assertThat(Files.readAllBytes(folder.resolve("a/real.json"))).isEqualTo(NEW);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertFailed(saver.save(folder.resolve("a"), NEW, new Expected.Anything()), "link loop");
        assertFailed(saver.save(folder, NEW, new Expected.Anything()), "is a folder");
        assertFailed(saver.save(folder.resolve("no/such/x.json"), NEW, new Expected.Anything()), "does not exist");
        assertFailed(saver.save(Path.of("/dev/null"), NEW, new Expected.Anything()), "device or pipe");
        assertFailed(saver.save(folder.resolve("x".repeat(300)), NEW, new Expected.Anything()), "name is too long");
        assertThatThrownBy(() -> FileTarget.parse("a\u0000b")).isInstanceOf(FileRefused.class)
                .hasMessageContaining("\\u0000").hasMessageContaining("no name for a file");
    }

    @Test
    void hardLinksAreWrittenInPlaceAndStayTogether() throws IOException {
        Path file = Files.write(folder.resolve("p.json"), OLD);
        Path other = Files.createLink(folder.resolve("other.json"), file);
        SaveResult result = saver.save(file, NEW, new Expected.Anything());
        assertThat(result.message()).contains("hard links");
        assertThat(Files.readAllBytes(other)).isEqualTo(NEW);
        assertThat(Files.readAllBytes(folder.resolve("p.json.bak"))).isEqualTo(OLD);
        assertThat(Files.getAttribute(folder.resolve("p.json.bak"), "unix:nlink")).isEqualTo(1);
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
    }

    @Test
    void permissionsStay() throws IOException {
        for (String mode : new String[] {"rw-------", "rw-r-----", "rw-rw-rw-", "rwxr-xr-x"}) {
            Path file = Files.write(folder.resolve(mode), OLD);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertSaved(saver.save(file, NEW, new Expected.Anything()));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(mode + ".bak"))))
                    .isEqualTo(mode);
        }
        Path plain = Files.createFile(folder.resolve("plain"));
        Path fresh = folder.resolve("fresh.json");
        assertSaved(saver.save(fresh, NEW, new Expected.Anything()));
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aFolderThatMayNotBeWrittenIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("p.json"), OLD);
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertFailed(saver.save(file, NEW, new Expected.Anything()), "no permission");
            assertThat(Files.readAllBytes(file)).isEqualTo(OLD);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void longAndForeignNames() throws IOException {
        Assumptions.assumeTrue(java.nio.charset.Charset.defaultCharset().equals(StandardCharsets.UTF_8));
        for (String name : new String[] {"x".repeat(250) + ".json", "p".repeat(246) + ".json", "a b'\"&;.json", "-.json"}) {
            Path file = folder.resolve(name);
            Files.write(file, OLD);
            assertSaved(saver.save(file, NEW, new Expected.Anything()));
            assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
            assertThat(Files.readAllBytes(folder.resolve(BackupName.of(name, true)))).isEqualTo(OLD);
        }
    }

    @Test
    void backupNames() {
        assertThat(BackupName.of("plan.json", true)).isEqualTo("plan.json.bak");
        assertThat(BackupName.of("plan.json", false)).isEqualTo("plan.json.unreadable.bak");
        Set<String> names = new HashSet<>();
        for (String start : new String[] {"x".repeat(250), "ä".repeat(125), "😀".repeat(62)}) {
            for (String end : new String[] {"1.json", "2.json"}) {
                String name = BackupName.of(start + end, true);
                assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
                names.add(name);
            }
        }
        assertThat(names).hasSize(6);
    }

    @Test
    void aHundredChangesFromOutsideAreAllNoticed() throws IOException {
        Path file = folder.resolve("p.json");
        for (int i = 0; i < 100; i++) {
            byte[] mine = bytes("good " + i + " a");
            byte[] theirs = bytes("good " + i + " b");
            Files.write(file, mine);
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, theirs);
            Files.setLastModifiedTime(file, time);
            SaveResult result = saver.save(file, NEW, new Expected.Unchanged(SafeSave.hash(mine)));
            assertThat(result).isInstanceOf(SaveResult.ChangedOutside.class);
            SaveResult.ChangedOutside changed = (SaveResult.ChangedOutside) result;
            assertThat(changed.theirs()).isEqualTo(theirs);
            assertThat(Files.readAllBytes(file)).isEqualTo(theirs);
            // keep mine: theirs is the backup then
            assertSaved(saver.save(file, NEW, new Expected.Unchanged(changed.hash())));
            assertThat(Files.readAllBytes(folder.resolve("p.json.bak"))).isEqualTo(theirs);
        }
    }

    @Test
    void theSameBytesFromOutsideAreNoConflict() throws IOException {
        Path file = Files.write(folder.resolve("p.json"), NEW);
        assertSaved(saver.save(file, NEW, new Expected.Unchanged(SafeSave.hash(OLD))));
        Files.delete(file);
        assertSaved(saver.save(file, NEW, new Expected.Unchanged(SafeSave.hash(OLD))));
    }

    @Test
    void aBrokenFileNeverReplacesAGoodBackup() throws IOException {
        Path file = Files.write(folder.resolve("p.json"), bytes("broken"));
        Path backup = Files.write(folder.resolve("p.json.bak"), OLD);
        SaveResult result = saver.save(file, NEW, new Expected.Anything());
        assertThat(result.message()).contains("p.json.unreadable.bak");
        assertThat(Files.readAllBytes(backup)).isEqualTo(OLD);
        assertThat(Files.readAllBytes(folder.resolve("p.json.unreadable.bak"))).isEqualTo(bytes("broken"));
    }

    @Test
    void exportsLeaveNoBackup() throws IOException {
        Path file = Files.write(folder.resolve("r.html"), OLD);
        assertSaved(new SafeSave(new RealDisk(), null).save(file, NEW, new Expected.Anything()));
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    private static void assertSaved(SaveResult result) {
        assertThat(result).as(result.message()).isInstanceOf(SaveResult.Saved.class);
        assertThat(((SaveResult.Saved) result).hash()).isEqualTo(SafeSave.hash(NEW));
    }

    private static void assertFailed(SaveResult result, String why) {
        assertThat(result).isInstanceOf(SaveResult.Failed.class);
        assertThat(result.message()).contains(why).startsWith("Could not save ").doesNotContain("Exception");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
