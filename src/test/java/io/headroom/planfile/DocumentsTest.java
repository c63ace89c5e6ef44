package io.headroom.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Review;
import io.headroom.planfile.disk.FaultyDisk;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.SaveResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The life of a document: open, save, somebody else's change, keep mine, a path that is no file. */
class DocumentsTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @TempDir
    private Path folder;

    private final Documents documents = new Documents(CATALOG);

    @Test
    void openChangeSaveOpen() throws IOException, JsonRefused {
        Path file = sample();
        Document opened = documents.open(file);
        Review changed = renamed(opened.review(), "mine");
        SaveResult result = documents.save(opened, changed, file);
        assertThat(result).as(result.message()).isInstanceOf(SaveResult.Saved.class);
        Document saved = opened.after(result, changed, file);
        assertThat(saved.review()).isEqualTo(changed);
        assertThat(documents.open(file).review()).isEqualTo(changed);
        assertThat(Files.readString(folder.resolve("p.json.bak"))).isEqualTo(PlanFileTest.SAMPLE);
        // and again, with the hash of the save
        Review again = renamed(changed, "again");
        assertThat(documents.save(saved, again, file)).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void somebodyElsesChangeIsNeitherLostNorOverwritten() throws IOException, JsonRefused {
        Path file = sample();
        Document opened = documents.open(file);
        String theirs = PlanFileTest.SAMPLE.replace("512", "256");
        Files.writeString(file, theirs);
        Review mine = renamed(opened.review(), "mine");
        SaveResult result = documents.save(opened, mine, file);
        assertThat(result).isInstanceOf(SaveResult.ChangedOutside.class);
        assertThat(Files.readString(file)).isEqualTo(theirs);
        assertThat(opened.after(result, mine, file)).isEqualTo(opened);
        // mine under another name, theirs untouched
        Path other = folder.resolve("mine.json");
        assertThat(documents.save(opened, mine, other)).isInstanceOf(SaveResult.Saved.class);
        // or mine over theirs, which stays as the backup
        SaveResult over = documents.saveOver(opened, mine, file, (SaveResult.ChangedOutside) result);
        assertThat(over).isInstanceOf(SaveResult.Saved.class);
        assertThat(documents.open(file).review()).isEqualTo(mine);
        assertThat(Files.readString(folder.resolve("p.json.bak"))).isEqualTo(theirs);
    }

    @Test
    void afterAnUnconfirmedSaveTheOwnBytesAreNoConflict() throws IOException, JsonRefused {
        Path file = sample();
        Document opened = documents.open(file);
        Review mine = renamed(opened.review(), "mine");
        FaultyDisk whole = new FaultyDisk(FaultyDisk.Fault.ERROR_BEFORE, -1);
        new Documents(CATALOG, whole).save(opened, mine, file);
        Files.writeString(file, PlanFileTest.SAMPLE);
        // the last call of a save is the one that forces the folder
        FaultyDisk faulty = new FaultyDisk(FaultyDisk.Fault.ERROR_BEFORE, whole.calls().size());
        SaveResult result = new Documents(CATALOG, faulty).save(opened, mine, file);
        assertThat(faulty.calls().getLast()).isEqualTo("forceDirectory");
        assertThat(result.message()).contains("did not confirm it").contains("Save again");
        Document after = opened.after(result, mine, file);
        assertThat(after.review()).isEqualTo(opened.review());
        assertThat(documents.save(after, renamed(mine, "later"), file)).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void aNewerFileIsNeverWrittenBack() throws IOException, JsonRefused {
        String newer = PlanFileTest.SAMPLE.replace("\"version\": 1", "\"version\": 2");
        Path file = Files.writeString(folder.resolve("n.json"), newer);
        Document opened = documents.open(file);
        SaveResult result = documents.save(opened, opened.review(), file);
        assertThat(result).isInstanceOf(SaveResult.Failed.class);
        assertThat(result.message()).contains("newer version");
        assertThat(Files.readString(file)).isEqualTo(newer);
    }

    @Test
    void aPlanThatCouldNotBeOpenedAgainIsNotWritten() throws IOException, JsonRefused {
        Path file = sample();
        Document opened = documents.open(file);
        Review bad = renamed(opened.review(), "x".repeat(257));
        assertThat(documents.save(opened, bad, file).message()).contains("could be opened again").contains("257");
        assertThat(Files.readString(file)).isEqualTo(PlanFileTest.SAMPLE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pathsThatAreNoPlanFile() throws IOException {
        assertRefused(folder.resolve("none.json"), "There is no file");
        assertRefused(folder, "is a folder");
        assertRefused(Path.of("/dev/zero"), "device or pipe");
        Files.createSymbolicLink(folder.resolve("a"), Path.of("a"));
        assertRefused(folder.resolve("a"), "link loop");
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("gone.json"));
        assertRefused(folder.resolve("dangling"), "There is no file");
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile f = new RandomAccessFile(huge.toFile(), "rw")) {
            f.setLength((64L << 20) + 1);
        }
        assertRefused(huge, "64 MiB");
        assertThatThrownBy(() -> Documents.path("a\u0000b")).isInstanceOf(FileRefused.class);
        Files.writeString(folder.resolve("text.json"), "hello");
        assertThatThrownBy(() -> documents.open(folder.resolve("text.json"))).isInstanceOf(JsonRefused.class)
                .hasMessageStartingWith("text.json:1:1: found hello, needs a value");
    }

    private void assertRefused(Path path, String why) {
        assertThatThrownBy(() -> documents.open(path)).isInstanceOf(FileRefused.class).hasMessageContaining(why)
                .hasMessageContaining(path.toString());
    }

    private Path sample() throws IOException {
        return Files.write(folder.resolve("p.json"), PlanFileTest.SAMPLE.getBytes(StandardCharsets.UTF_8));
    }

    private static Review renamed(Review review, String name) {
        return review.withPlan(0, review.plans().getFirst().withName(name));
    }
}
