package io.headroom.session;

import java.util.ArrayList;
import java.util.List;

/** The states that undo and redo walk through: one entry an edit or drag, the oldest dropped beyond 500. */
final class History {

    private static final int KEPT = 500;

    /** How a state came about, and which plan was on screen before. */
    record Entry(String label, State state, int from) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private int at;

    History(State first) {
        entries.add(new Entry("Opened", first, first.index()));
    }

    void push(String label, State state, int from) {
        entries.subList(at + 1, entries.size()).clear();
        entries.add(new Entry(label, state, from));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
        at = entries.size() - 1;
    }

    boolean canUndo() {
        return at > 0;
    }

    boolean canRedo() {
        return at < entries.size() - 1;
    }

    /** What undo would take back, or empty. */
    String undoLabel() {
        return canUndo() ? entries.get(at).label() : "";
    }

    /** What redo would do again, or empty. */
    String redoLabel() {
        return canRedo() ? entries.get(at + 1).label() : "";
    }

    /** The state before; it shows the plan from which the undone entry was made: for an added plan, the one before it. */
    State undo() {
        int index = entries.get(at).from();
        at--;
        return new State(entries.get(at).state().review(), index);
    }

    State redo() {
        at++;
        return entries.get(at).state();
    }

    /** Goes to entry {@code index}. */
    State goTo(int index) {
        at = Math.clamp(index, 0, entries.size() - 1);
        return entries.get(at).state();
    }

    int position() {
        return at;
    }

    List<String> labels() {
        return entries.stream().map(Entry::label).toList();
    }
}
