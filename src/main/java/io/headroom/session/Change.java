package io.headroom.session;

/**
 * What an edit does, for the history: "TP 4 → 8".
 *
 * @param what the input
 * @param from its text before
 * @param to its text after
 */
public record Change(String what, String from, String to) {

    /** An edit that has no before and after: "Reset assumptions". */
    public static Change of(String what) {
        return new Change(what, "", "");
    }

    /** The line of the history. */
    public String label() {
        return from.isEmpty() && to.isEmpty() ? what : what + " " + from + " → " + to;
    }

    /** This change followed by {@code later}, as one. */
    Change then(Change later) {
        return what.equals(later.what) ? new Change(what, from, later.to) : later;
    }
}
