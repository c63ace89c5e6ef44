package io.headroom.report.read.text;

/** What was given is no report that can be read; the message says what it is and what would be read. */
public final class NotReadable extends Exception {

    private static final long serialVersionUID = 1;

    public NotReadable(String message) {
        super(message);
    }
}
