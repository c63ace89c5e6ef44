package io.headroom.planfile.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Everything that is done to a disk, one call a system call, so that a test can fail each of them. */
public interface DiskOps {

    /** What stands at {@code path} itself; a link is not followed. */
    FileState stat(Path path) throws IOException;

    /** The target of a symbolic link as it is written. */
    Path readLink(Path link) throws IOException;

    /** The bytes of a file; a longer one than {@code limit} gives one byte more than that. */
    byte[] read(Path file, int limit) throws IOException;

    /** Makes a file that must not exist, for its owner only where {@code ownerOnly} and the disk knows owners. */
    Output create(Path file, boolean ownerOnly) throws IOException;

    /** Empties a file that exists and writes it anew in place. */
    Output overwrite(Path file) throws IOException;

    /** Gives {@code to} the owner's group, permissions and flags of {@code from}. */
    void copyAttributes(Path from, Path to) throws IOException;

    /** Renames in one step over whatever stands at {@code to}. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file; one that is gone is no error. */
    void delete(Path file) throws IOException;

    /** Makes the names of a folder survive a power cut, where the system can. */
    void forceDirectory(Path folder) throws IOException;

    /** The paths in a folder. */
    List<Path> list(Path folder) throws IOException;

    /** A file being written. */
    interface Output extends Closeable {

        /** Writes some of the bytes. */
        int write(ByteBuffer bytes) throws IOException;

        /** Makes what was written survive a power cut. */
        void force() throws IOException;
    }
}
