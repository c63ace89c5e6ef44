package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The file that a path means once links are followed, also a dangling one: replacing the link itself would cut it off.
 *
 * @param path where the bytes are or would be
 * @param state what stands there: a file or nothing
 */
public record FileTarget(Path path, FileState state) {

    // as many as Linux follows
    private static final int MAX_HOPS = 40;

    /** A path as a person writes it. */
    public static Path parse(String text) throws FileRefused {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new FileRefused(visible(text) + " is no name for a file: " + e.getReason(), e);
        }
    }

    /** Follows {@code path} to a regular file or to nothing; anything else is refused. */
    public static FileTarget of(Path path, DiskOps disk) throws IOException {
        // not normalized: x/.. is not where it looks when x is a link
        Path current = path.toAbsolutePath();
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            FileState state = state(current, path, disk);
            switch (state.kind()) {
                case FILE, MISSING -> {
                    return new FileTarget(current, state);
                }
                case FOLDER -> throw new FileRefused(path + " is a folder, not a file");
                case OTHER -> throw new FileRefused(path + " is a device or pipe, not a file");
                case LINK -> current = current.resolveSibling(disk.readLink(current));
            }
        }
        throw new FileRefused(path + " is a link loop");
    }

    private static FileState state(Path current, Path asked, DiskOps disk) throws IOException {
        try {
            return disk.stat(current);
        } catch (FileSystemLoopException e) {
            throw new FileRefused(asked + " is a link loop", e);
        }
    }

    /** Whether a file stands there. */
    public boolean exists() {
        return state.kind() == FileState.Kind.FILE;
    }

    private static String visible(String text) {
        return '"' + text.replace("\u0000", "\\u0000") + '"';
    }
}
