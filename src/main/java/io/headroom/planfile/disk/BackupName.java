package io.headroom.planfile.disk;

import java.nio.charset.StandardCharsets;

/** The name of the file that keeps what a save replaces: {@code plan.json.bak}. */
final class BackupName {

    // what Linux, macOS and Windows disks allow, the first two in bytes
    private static final int MAX_BYTES = 255;

    private BackupName() {
    }

    /** A file that could not be read gets a name of its own, so that it never replaces a good backup. */
    static String of(String name, boolean readable) {
        String end = readable ? ".bak" : ".unreadable.bak";
        if (bytes(name + end) <= MAX_BYTES) {
            return name + end;
        }
        // cut, and told apart from other long names of the same beginning by a hash
        String mark = "~" + SafeSave.hash(name.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        int keep = name.length();
        while (bytes(name.substring(0, keep) + mark + end) > MAX_BYTES) {
            keep--;
        }
        if (keep > 0 && Character.isHighSurrogate(name.charAt(keep - 1))) {
            keep--;
        }
        return name.substring(0, keep) + mark + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
