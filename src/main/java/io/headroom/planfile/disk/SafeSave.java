package io.headroom.planfile.disk;

import io.headroom.planfile.disk.SaveResult.ChangedOutside;
import io.headroom.planfile.disk.SaveResult.Failed;
import io.headroom.planfile.disk.SaveResult.Saved;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replaces a file so that at every moment, also of a power cut, its path leads to the whole old or the whole new bytes.
 *
 * <p>New bytes go to a temporary file beside the target, are forced to the disk and read back; the old bytes are kept
 * as a backup; one atomic rename puts the new file in place; the folder is forced. A file with further hard links and
 * a disk without atomic renames are written in place, after the backup and the temporary file are safe.
 */
public final class SafeSave {

    /** Bytes of a file at most. */
    public static final int MAX_BYTES = 64 << 20;

    private final DiskOps disk;
    private final Predicate<byte[]> readable;

    /**
     * @param disk the disk
     * @param readable whether bytes are a file that could be opened: one that could not never replaces a good backup;
     *     null where no backup is wanted
     */
    public SafeSave(DiskOps disk, Predicate<byte[]> readable) {
        this.disk = disk;
        this.readable = readable;
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a failed disk call means, in words. */
    public static String why(IOException e) {
        return DiskMessage.of(e);
    }

    /** Writes {@code bytes} to the file that {@code path} leads to. */
    public SaveResult save(Path path, byte[] bytes, Expected expected) {
        Attempt attempt = new Attempt(path, bytes);
        try {
            return attempt.run(expected);
        } catch (IOException e) {
            return attempt.failed(e);
        }
    }

    /** One save: what it has made so far and must clear away if it fails. */
    private final class Attempt {

        private final Path asked;
        private final byte[] bytes;
        private final List<String> remarks = new ArrayList<>();
        private Path temporary;
        private boolean inPlaceBegun;
        private boolean written;

        Attempt(Path asked, byte[] bytes) {
            this.asked = asked;
            this.bytes = bytes;
        }

        SaveResult run(Expected expected) throws IOException {
            FileTarget target = FileTarget.of(asked, disk);
            Path folder = target.path().getParent();
            if (folder == null || target.path().getFileName() == null) {
                throw new FileRefused(asked + " is no name for a file");
            }
            if (target.exists() && !target.state().writable()) {
                throw new FileRefused(asked + " is write-protected");
            }
            byte[] old = target.exists() ? disk.read(target.path(), MAX_BYTES) : null;
            if (old != null && expected instanceof Expected.Unchanged u && !hash(old).equals(u.hash())
                    && !Arrays.equals(old, bytes)) {
                return new ChangedOutside(target.path(), old, hash(old));
            }
            temporary = write(folder, bytes, target);
            if (old != null) {
                keep(old, target, folder);
                // once more, just before it is too late: the check above was some milliseconds ago
                byte[] now = disk.read(target.path(), MAX_BYTES);
                if (!Arrays.equals(now, old)) {
                    discard(temporary);
                    return new ChangedOutside(target.path(), now, hash(now));
                }
            }
            replace(target);
            disk.forceDirectory(folder);
            return new Saved(target.path(), hash(bytes), remarks);
        }

        private Path write(Path folder, byte[] content, FileTarget like) throws IOException {
            Path file = folder.resolve(StaleFiles.newName());
            try {
                try (DiskOps.Output out = disk.create(file, like.exists())) {
                    fill(out, content);
                }
                check(file, content);
                if (like.exists()) {
                    disk.copyAttributes(like.path(), file);
                }
                return file;
            } catch (IOException e) {
                discard(file);
                throw e;
            }
        }

        private void fill(DiskOps.Output out, byte[] content) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force();
        }

        private void check(Path file, byte[] content) throws IOException {
            if (!Arrays.equals(disk.read(file, content.length), content)) {
                throw new IOException("the disk gave back other bytes than were written to " + file);
            }
        }

        private void keep(byte[] old, FileTarget target, Path folder) throws IOException {
            if (readable == null || old.length == 0 || old.length > MAX_BYTES || Arrays.equals(old, bytes)) {
                return;
            }
            boolean good = readable.test(old);
            Path backup = folder.resolve(BackupName.of(target.path().getFileName().toString(), good));
            if (!good) {
                remarks.add("The old file could not be read as a plan; it is kept as " + backup.getFileName() + ".");
            }
            Path copy = write(folder, old, target);
            try {
                disk.move(copy, backup);
            } catch (AtomicMoveNotSupportedException e) {
                inPlace(backup, old);
                discard(copy);
            } catch (IOException e) {
                discard(copy);
                throw e;
            }
        }

        private void replace(FileTarget target) throws IOException {
            if (target.state().names() > 1) {
                inPlace(target.path(), bytes);
                discard(temporary);
                remarks.add("The file has further names (hard links); it was written in place.");
                return;
            }
            try {
                disk.move(temporary, target.path());
                temporary = null;
                written = true;
            } catch (AtomicMoveNotSupportedException e) {
                inPlace(target.path(), bytes);
                discard(temporary);
                remarks.add("This disk cannot replace a file in one step; it was written in place.");
            } catch (IOException e) {
                // a network disk may report an error for a rename that it has done
                written = holds(target.path(), bytes);
                if (!written) {
                    throw e;
                }
            }
        }

        private void inPlace(Path file, byte[] content) throws IOException {
            boolean exists = disk.stat(file).kind() == FileState.Kind.FILE;
            inPlaceBegun = content == bytes;
            try (DiskOps.Output out = exists ? disk.overwrite(file) : disk.create(file, false)) {
                fill(out, content);
            }
            check(file, content);
            inPlaceBegun = false;
            written |= content == bytes;
        }

        private boolean holds(Path file, byte[] content) {
            try {
                return Arrays.equals(disk.read(file, content.length), content);
            } catch (IOException e) {
                return false;
            }
        }

        Failed failed(IOException e) {
            String why = DiskMessage.of(e);
            if (inPlaceBegun) {
                return new Failed("Could not save " + asked + ": " + why + ". The file may be incomplete; the new text"
                        + " is in " + temporary + ", the old one in its backup.", null);
            }
            discard(temporary);
            if (written) {
                return new Failed("Saved " + asked + ", but the disk did not confirm it: " + why + ". Save again.",
                        hash(bytes));
            }
            return new Failed("Could not save " + asked + ": " + why + ". The file is as it was.", null);
        }

        private void discard(Path file) {
            if (file == null) {
                return;
            }
            try {
                disk.delete(file);
            } catch (IOException e) {
                // the next start sweeps it
                return;
            }
        }
    }
}
