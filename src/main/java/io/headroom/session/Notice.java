package io.headroom.session;

import java.util.List;

/**
 * Something to be told about a file, beside the work and not in its way.
 *
 * @param kind how bad it is
 * @param title in one line
 * @param lines what exactly, each located where that can be
 */
public record Notice(Kind kind, String title, List<String> lines) {

    /** How bad a notice is. */
    public enum Kind { INFORMS, WARNS, FAILED }

    /** Nothing to tell. */
    public static final Notice NONE = new Notice(Kind.INFORMS, "", List.of());

    public Notice {
        lines = List.copyOf(lines);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return title.isEmpty();
    }
}
