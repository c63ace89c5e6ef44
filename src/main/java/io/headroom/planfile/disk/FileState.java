package io.headroom.planfile.disk;

import java.time.Instant;

/**
 * What stands at a path.
 *
 * @param kind what it is
 * @param bytes its size
 * @param names hard links to it, 1 where the system does not say
 * @param writable whether it may be written
 * @param modified when it was last written
 */
public record FileState(Kind kind, long bytes, int names, boolean writable, Instant modified) {

    /** Nothing there. */
    public static final FileState MISSING = new FileState(Kind.MISSING, 0, 0, false, Instant.EPOCH);

    /** What can stand at a path. */
    public enum Kind { MISSING, FILE, FOLDER, LINK, OTHER }
}
