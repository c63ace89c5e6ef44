package io.headroom.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window, which the command line does not know. */
public interface Window {

    /**
     * Shows the window until it is closed.
     *
     * @param file plan file to open, empty for the first sample plan
     * @return the exit code
     */
    int open(Optional<Path> file);
}
