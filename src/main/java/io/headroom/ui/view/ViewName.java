package io.headroom.ui.view;

import io.headroom.ui.command.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The views there are, in the order of their switch. */
public enum ViewName {
    PLAN("plan", "Plan", Command.VIEW_PLAN, Room.MIDDLE),
    FINDINGS("findings", "Findings", Command.VIEW_FINDINGS, Room.BESIDE_INPUTS),
    WHAT_IF("what-if", "What if", Command.VIEW_WHAT_IF, Room.MIDDLE),
    CURVES("curves", "Curves", Command.VIEW_CURVES, Room.MIDDLE),
    EXPLAIN("explain", "Explain", Command.VIEW_EXPLAIN, Room.BESIDE_INPUTS),
    COMPARE("compare", "Compare", Command.VIEW_COMPARE, Room.WHOLE_WIDTH),
    AUDIT("audit", "Audit", Command.VIEW_AUDIT, Room.WHOLE_WIDTH),
    VALIDATION("validation", "Validation", Command.VIEW_VALIDATION, Room.WHOLE_WIDTH),
    SEARCH("search", "Layouts", Command.VIEW_SEARCH, Room.BESIDE_INPUTS);

    /** How much of the window a view takes: with inputs and findings beside it, with inputs only, or all of it;
     * before an audience, whose text is larger, what stands beside inputs takes all of it too. */
    public enum Room { MIDDLE, BESIDE_INPUTS, WHOLE_WIDTH }

    private final String id;
    private final String label;
    private final Command command;
    private final Room room;

    ViewName(String id, String label, Command command, Room room) {
        this.id = id;
        this.label = label;
        this.command = command;
        this.room = room;
    }

    /** Its name at the command line. */
    public String id() {
        return id;
    }

    /** Its name in the window. */
    public String label() {
        return label;
    }

    /** What shows it. */
    public Command command() {
        return command;
    }

    /** How much of the window it takes. */
    public Room room() {
        return room;
    }

    /** The view called {@code id} at the command line. */
    public static Optional<ViewName> of(String id) {
        return Arrays.stream(values()).filter(v -> v.id.equals(id)).findFirst();
    }

    /** All names at the command line. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ViewName::id).toList();
    }
}
