package io.headroom.validate.read;

import java.io.Serial;

/** Ends the reading of one row; caught by {@link ConfigurationReader}, which makes a skipped row of it. */
final class Unreadable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String detail;

    Unreadable(String reason, String detail) {
        super(reason, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
