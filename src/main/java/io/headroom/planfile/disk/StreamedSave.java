package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;

/**
 * Replaces a file by a long text that is written bit by bit, all or nothing: it grows in a temporary file beside the
 * target, and one atomic rename puts it in place. Until then, and if it is closed before, the target is as it was.
 *
 * <p>May be closed by another thread than the one that writes, which then hears of it at its next write.
 */
public final class StreamedSave implements AutoCloseable {

    private final DiskOps disk;
    private final Path asked;
    private final Path target;
    private final Path temporary;
    private final DiskOps.Output out;
    private boolean isOpen = true;

    private StreamedSave(DiskOps disk, Path asked, Path target, Path temporary, DiskOps.Output out) {
        this.disk = disk;
        this.asked = asked;
        this.target = target;
        this.temporary = temporary;
        this.out = out;
    }

    /** Begins to write the file that {@code path} leads to. */
    public static StreamedSave begin(Path path) throws FileRefused {
        return begin(path, new RealDisk());
    }

    /** The same on another disk. */
    static StreamedSave begin(Path path, DiskOps disk) throws FileRefused {
        try {
            FileTarget target = FileTarget.of(path, disk);
            Path folder = target.path().getParent();
            if (folder == null || target.path().getFileName() == null) {
                throw new FileRefused(path + " is no name for a file");
            }
            if (target.exists() && !target.state().writable()) {
                throw new FileRefused(path + " is write-protected");
            }
            Path temporary = folder.resolve(StaleFiles.newName());
            return new StreamedSave(disk, path, target.path(), temporary, disk.create(temporary, false));
        } catch (FileRefused e) {
            throw e;
        } catch (IOException e) {
            throw new FileRefused("Could not write " + path + ": " + SafeSave.why(e), e);
        }
    }

    /** Writes all of {@code bytes}. */
    public synchronized void write(byte[] bytes) throws FileRefused {
        if (!isOpen) {
            throw new FileRefused("Stopped. " + asked + " is as it was.");
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Puts the file in place. */
    public synchronized void commit() throws FileRefused {
        if (!isOpen) {
            throw new FileRefused("Stopped. " + asked + " is as it was.");
        }
        try {
            out.force();
            out.close();
            if (disk.stat(target).kind() == FileState.Kind.FILE) {
                disk.copyAttributes(target, temporary);
            }
            disk.move(temporary, target);
        } catch (AtomicMoveNotSupportedException e) {
            throw failed(new IOException("this disk cannot put a file in place in one step", e));
        } catch (IOException e) {
            throw failed(e);
        }
        isOpen = false;
        try {
            disk.forceDirectory(target.getParent());
        } catch (IOException e) {
            throw new FileRefused("Wrote " + asked + ", but the disk did not confirm it: " + SafeSave.why(e), e);
        }
    }

    /** Gives up what is not in place yet. */
    @Override
    public synchronized void close() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        try {
            out.close();
        } catch (IOException e) {
            // nothing of it is wanted
        }
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            // swept up later
        }
    }

    private FileRefused failed(IOException e) {
        close();
        return new FileRefused("Could not write " + asked + ": " + SafeSave.why(e) + ". The file is as it was.", e);
    }
}
