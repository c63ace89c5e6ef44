package io.headroom.session;

/**
 * What lies beyond an end of the history: another review.
 *
 * @param label what undo takes back or redo does again there, empty where there is nothing
 * @param go shows it
 */
record Edge(String label, Runnable go) {

    /** The history ends here. */
    static final Edge NONE = new Edge("", () -> { });
}
