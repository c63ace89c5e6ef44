package io.headroom.planfile.disk;

import java.io.IOException;

/** A path at which no file can be read or written; the message names it and says why in plain words. */
public final class FileRefused extends IOException {

    private static final long serialVersionUID = 1;

    public FileRefused(String message) {
        super(message);
    }

    public FileRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
