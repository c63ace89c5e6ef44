package io.headroom.planfile.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes folders of the program's own, such as that of its settings. */
public final class Folders {

    private Folders() {
    }

    /** Makes {@code folder} and those above it where they are missing; whether it is there now. */
    public static boolean make(Path folder) {
        try {
            Files.createDirectories(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
