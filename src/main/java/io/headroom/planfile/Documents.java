package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Review;
import io.headroom.planfile.disk.DiskOps;
import io.headroom.planfile.disk.Expected;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.planfile.disk.FileTarget;
import io.headroom.planfile.disk.RealDisk;
import io.headroom.planfile.disk.SafeSave;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.planfile.disk.StaleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Opens and saves plan files. Blocks on the disk: call it from one worker thread that is never interrupted, because an
 * interrupt closes a channel in the midst of a write.
 */
public final class Documents {

    private final Catalog catalog;
    private final DiskOps disk;
    private final SafeSave saver;

    public Documents(Catalog catalog) {
        this(catalog, new RealDisk());
    }

    public Documents(Catalog catalog, DiskOps disk) {
        this.catalog = catalog;
        this.disk = disk;
        this.saver = new SafeSave(disk, this::isReadable);
    }

    /** A path as a person writes it; one that no system takes is refused in words. */
    public static Path path(String text) throws FileRefused {
        return FileTarget.parse(text);
    }

    /**
     * Opens a plan file.
     *
     * @throws FileRefused where no file can be read there
     * @throws JsonRefused where the file is no plan file, with every problem
     */
    public Document open(Path path) throws FileRefused, JsonRefused {
        byte[] bytes = read(path);
        return new Document(path, PlanFile.read(path.getFileName().toString(), bytes, catalog), SafeSave.hash(bytes));
    }

    /** The bytes of a regular file of at most 64 MiB, for any kind of file. */
    public byte[] read(Path path) throws FileRefused {
        try {
            FileTarget target = FileTarget.of(path, disk);
            if (!target.exists()) {
                throw new FileRefused("There is no file " + path);
            }
            byte[] bytes = target.state().bytes() > JsonReader.MAX_BYTES ? null
                    : disk.read(target.path(), JsonReader.MAX_BYTES);
            if (bytes == null || bytes.length > JsonReader.MAX_BYTES) {
                throw new FileRefused(path + " has more than " + JsonReader.MAX_BYTES + " bytes (64 MiB)");
            }
            return bytes;
        } catch (FileRefused e) {
            throw e;
        } catch (IOException e) {
            throw new FileRefused("Could not read " + path + ": " + SafeSave.why(e), e);
        }
    }

    /**
     * Saves {@code review}, to the document's own file only where nobody else has changed it; another path that the
     * caller has asked about is replaced.
     */
    public SaveResult save(Document document, Review review, Path path) {
        boolean own = document.hash() != null && document.isFile(path);
        return save(document, review, path, own ? new Expected.Unchanged(document.hash()) : new Expected.Anything());
    }

    /** Saves over what somebody else has written, after asking; theirs stays as the backup. */
    public SaveResult saveOver(Document document, Review review, Path path, SaveResult.ChangedOutside theirs) {
        return save(document, review, path, new Expected.Unchanged(theirs.hash()));
    }

    /** Writes any other file (an export) in the same safe way, without a backup of what is no plan. */
    public SaveResult export(Path path, byte[] bytes) {
        return new SafeSave(disk, null).save(path, bytes, new Expected.Anything());
    }

    /** The files of a folder of the program's own by name; none where it cannot be read. */
    public List<Path> list(Path folder) {
        try {
            return disk.list(folder).stream().sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Removes a file of the program's own; one that cannot be removed stays. */
    public void remove(Path file) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            return;
        }
    }

    /** Removes temporary files that a killed program left in a folder. */
    public int sweep(Path folder) {
        return StaleFiles.sweep(disk, folder, Instant.now());
    }

    private SaveResult save(Document document, Review review, Path path, Expected expected) {
        if (document.opened().readOnly()) {
            return new SaveResult.Failed("Could not save " + path + ": the review comes from a file of a newer version,"
                    + " and this one would lose what it does not know. Nothing was written.", null);
        }
        byte[] bytes;
        try {
            bytes = PlanFile.write(review);
            // a fault of the writer must not reach the file
            if (!PlanFile.read(path.toString(), bytes, catalog).review().equals(review)) {
                return notWritten(path, "the written plan would not read back the same");
            }
        } catch (JsonRefused | RuntimeException e) {
            return notWritten(path, "the plan cannot be written so that it could be opened again (" + e.getMessage()
                    + ")");
        }
        return saver.save(path, bytes, expected);
    }

    private static SaveResult notWritten(Path path, String why) {
        return new SaveResult.Failed("Could not save " + path + ": " + why + ". The file is as it was.", null);
    }

    private boolean isReadable(byte[] bytes) {
        try {
            return PlanFile.read("backup", bytes, catalog).review() != null;
        } catch (JsonRefused e) {
            return false;
        }
    }
}
