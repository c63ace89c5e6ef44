package io.headroom.validate.read;

import java.io.Serial;

/** A file that holds no measurements that can be read: which file, which line, what was found, what is needed. */
public final class MeasurementRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MeasurementRefused(String file, long line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
