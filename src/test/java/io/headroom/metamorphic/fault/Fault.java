package io.headroom.metamorphic.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mistake put into the source.
 *
 * @param name what is wrong with it
 * @param file source file under {@code io/headroom}
 * @param from text that the file holds exactly once
 * @param to what stands there instead
 */
record Fault(String name, String file, String from, String to) {

    static final Path SOURCES = Path.of("src/main/java");

    /** The source file with the mistake in it. */
    String patched() throws IOException {
        String source = Files.readString(path());
        int at = source.indexOf(from);
        if (at < 0 || source.indexOf(from, at + 1) >= 0) {
            throw new AssertionError(file + " does not hold exactly once: " + from
                    + "\nThe source has changed: put the fault \"" + name + "\" where that text is now.");
        }
        return source.substring(0, at) + to + source.substring(at + from.length());
    }

    Path path() {
        return SOURCES.resolve("io/headroom").resolve(file);
    }

    @Override
    public String toString() {
        return name;
    }
}
