package io.headroom.planfile.disk;

import java.nio.file.Path;
import java.util.List;

/** What became of a save. */
public sealed interface SaveResult {

    /** One sentence for people. */
    String message();

    /**
     * The file holds the new bytes and will after a power cut.
     *
     * @param file where, links followed
     * @param hash of the bytes
     * @param remarks what else a person should hear, mostly nothing
     */
    record Saved(Path file, String hash, List<String> remarks) implements SaveResult {

        public Saved {
            remarks = List.copyOf(remarks);
        }

        @Override
        public String message() {
            return "Saved " + file + (remarks.isEmpty() ? "" : ". " + String.join(" ", remarks));
        }
    }

    /**
     * Somebody else has written the file meanwhile; nothing was touched.
     *
     * @param file where, links followed
     * @param theirs its bytes now
     * @param hash of their bytes, with which a save may be repeated to keep mine
     */
    record ChangedOutside(Path file, byte[] theirs, String hash) implements SaveResult {

        @Override
        public String message() {
            return file + " was changed by another program since it was opened here. Nothing was written.";
        }
    }

    /**
     * The save failed.
     *
     * @param message why, and what the file holds now
     * @param hash of what the file is known to hold now, or null where that is what it held before
     */
    record Failed(String message, String hash) implements SaveResult {
    }
}
