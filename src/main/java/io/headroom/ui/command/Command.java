package io.headroom.ui.command;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Something the user can do, where its menu item is and which keys do it. */
public enum Command {
    NEW(Menu.FILE, "New", key(KeyCode.N, KeyCombination.SHORTCUT_DOWN)),
    OPEN(Menu.FILE, "Open…", key(KeyCode.O, KeyCombination.SHORTCUT_DOWN)),
    IMPORT(Menu.FILE, "Import model…", null),
    SAVE(Menu.FILE, "Save", key(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
    SAVE_AS(Menu.FILE, "Save as…", key(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    IMPORT_MEASUREMENTS(Menu.FILE, "Import measurements…", key(KeyCode.M, KeyCombination.SHORTCUT_DOWN)),
    REPORT(Menu.FILE, "Export report…", key(KeyCode.P, KeyCombination.SHORTCUT_DOWN)),
    QUIT(Menu.FILE, "Quit", key(KeyCode.Q, KeyCombination.SHORTCUT_DOWN)),

    UNDO(Menu.EDIT, "Undo", key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)),
    REDO(Menu.EDIT, "Redo", key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    REDO_TOO(Menu.NONE, "Redo", key(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)),
    DUPLICATE(Menu.EDIT, "Add a copy of this plan", key(KeyCode.D, KeyCombination.SHORTCUT_DOWN)),
    RENAME(Menu.EDIT, "Rename this plan…", key(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
    MOVE_LEFT(Menu.EDIT, "Move this plan left", key(KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN)),
    MOVE_RIGHT(Menu.EDIT, "Move this plan right", key(KeyCode.RIGHT, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN)),
    COPY_PLAN(Menu.EDIT, "Copy this plan as JSON", key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    COPY_FLAGS(Menu.EDIT, "Copy launch flags, to try", key(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    PASTE_PLAN(Menu.EDIT, "Paste plans", key(KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    REMOVE(Menu.EDIT, "Remove this plan", null),
    EDIT_MODEL(Menu.EDIT, "Edit the model…", key(KeyCode.E, KeyCombination.SHORTCUT_DOWN)),
    EDIT_GPU(Menu.EDIT, "Edit the GPU…", key(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    LOCK(Menu.EDIT, "Keep the number of GPUs", key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
    BASELINE(Menu.EDIT, "Compare with this plan", key(KeyCode.B, KeyCombination.SHORTCUT_DOWN)),

    VIEW_PLAN(Menu.VIEW, "Show the plan", key(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN)),
    VIEW_FINDINGS(Menu.VIEW, "Show what to change", key(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN)),
    VIEW_WHAT_IF(Menu.VIEW, "Show what if", key(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)),
    VIEW_CURVES(Menu.VIEW, "Show curves and roofline", key(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN)),
    VIEW_EXPLAIN(Menu.VIEW, "Show how a number is made", key(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN)),
    VIEW_COMPARE(Menu.VIEW, "Compare the plans", key(KeyCode.DIGIT6, KeyCombination.SHORTCUT_DOWN)),
    VIEW_AUDIT(Menu.VIEW, "Audit the claims", key(KeyCode.DIGIT7, KeyCombination.SHORTCUT_DOWN)),
    VIEW_VALIDATION(Menu.VIEW, "Show the validation", key(KeyCode.DIGIT8, KeyCombination.SHORTCUT_DOWN)),
    VIEW_SEARCH(Menu.VIEW, "Search the layouts", key(KeyCode.DIGIT9, KeyCombination.SHORTCUT_DOWN)),
    PRESENT(Menu.VIEW, "Present", key(KeyCode.F11)),
    NEXT_PLAN(Menu.VIEW, "Next plan", key(KeyCode.TAB, KeyCombination.CONTROL_DOWN)),
    UNITS(Menu.VIEW, "Switch GB and GiB", key(KeyCode.U, KeyCombination.SHORTCUT_DOWN)),
    ZOOM_IN(Menu.VIEW, "Larger text", key(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN)),
    ZOOM_OUT(Menu.VIEW, "Smaller text", key(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN)),
    ZOOM_RESET(Menu.VIEW, "Normal text", key(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN)),
    SIDE_PANE(Menu.VIEW, "Findings and notes", key(KeyCode.F2)),

    CHART_1(Menu.CHARTS, "Go to memory per GPU", key(KeyCode.DIGIT1)),
    CHART_2(Menu.CHARTS, "Go to TTFT per stage", key(KeyCode.DIGIT2)),
    CHART_3(Menu.CHARTS, "Go to the parts of TTFT", key(KeyCode.DIGIT3)),
    CHART_4(Menu.CHARTS, "Go to the parts of TPOT", key(KeyCode.DIGIT4)),

    KEYS(Menu.HELP, "Keys", key(KeyCode.F1));

    /** Where a command has its item; the last two have none. */
    public enum Menu { FILE, EDIT, VIEW, HELP, CHARTS, NONE }

    private final Menu menu;
    private final String label;
    private final KeyCombination keys;

    Command(Menu menu, String label, KeyCombination keys) {
        this.menu = menu;
        this.label = label;
        this.keys = keys;
    }

    /** The menu of its item. */
    public Menu menu() {
        return menu;
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** The keys that do it. */
    public Optional<KeyCombination> keys() {
        return Optional.ofNullable(keys);
    }

    /** Whether it has an item, whose accelerator does the work. */
    boolean hasItem() {
        return menu != Menu.CHARTS && menu != Menu.NONE;
    }

    /** Whether its keys are plain characters, which a text field takes for itself. */
    boolean isPlainKey() {
        return keys instanceof KeyCodeCombination k && k.getCode().isDigitKey()
                && k.getShortcut() == KeyCombination.ModifierValue.UP;
    }

    private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
