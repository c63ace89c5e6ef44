package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of temporary files, and their removal where a killed program left them behind. */
public final class StaleFiles {

    private static final Pattern NAME = Pattern.compile("\\.headroom-(\\d{1,18})-[0-9a-f]{16}\\.tmp");

    // a save takes milliseconds; an hour leaves room for a clock set wrong and for looking at what was left
    private static final Duration AGE = Duration.ofHours(1);

    private StaleFiles() {
    }

    /** A new name: of this process, and not made from the file's own, which may already be as long as names can be. */
    static String newName() {
        return ".headroom-" + ProcessHandle.current().pid() + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".tmp";
    }

    /** Removes temporary files of processes that have ended, an hour old or more; returns how many. */
    public static int sweep(DiskOps disk, Path folder, Instant now) {
        return sweep(disk, folder, now, pid -> ProcessHandle.of(pid).isPresent());
    }

    static int sweep(DiskOps disk, Path folder, Instant now, LongPredicate alive) {
        int removed = 0;
        try {
            for (Path file : disk.list(folder)) {
                removed += isStale(disk, file, now, alive) ? remove(disk, file) : 0;
            }
        } catch (IOException e) {
            return removed;
        }
        return removed;
    }

    private static boolean isStale(DiskOps disk, Path file, Instant now, LongPredicate alive) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || alive.test(Long.parseLong(name.group(1)))) {
            return false;
        }
        FileState state = disk.stat(file);
        return state.kind() == FileState.Kind.FILE && state.modified().plus(AGE).isBefore(now);
    }

    private static int remove(DiskOps disk, Path file) {
        try {
            disk.delete(file);
            return 1;
        } catch (IOException e) {
            return 0;
        }
    }
}
