package io.headroom.ui.command;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys on one page above the window, made from the table of commands. */
public final class KeysOverlay extends StackPane {

    private static final List<String[]> SLIDER_KEYS = List.of(
            new String[] {"← ↓   → ↑", "One stop"},
            new String[] {"Page down, Page up", "Two stops"},
            new String[] {"Home, End", "First and last legal value"},
            new String[] {"Shift+arrow", "To the next power of two"},
            new String[] {"0 – 9", "Type the value"},
            new String[] {"Enter, Esc (number)", "Take it, go back"});
    private static final List<String[]> ELSEWHERE = List.of(
            new String[] {"Tab, Shift+Tab", "Next and previous control"},
            new String[] {"Arrows (chart)", "From part to part"},
            new String[] {"Enter (chart)", "How the part is made"},
            new String[] {"N (chart)", "Note on the part"},
            new String[] {"B, held", "See the baseline"},
            new String[] {"?", "This page"});

    private final Button close = new Button("Close");
    private Node before;

    public KeysOverlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setManaged(false);
        Label title = new Label("Keys");
        title.getStyleClass().add("overlay-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setOnAction(e -> hide());
        close.setAccessibleText("Close the list of keys");
        HBox head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox columns = new HBox(new VBox(group("File and edit", commands(Command.Menu.FILE, Command.Menu.EDIT, Command.Menu.NONE))),
                new VBox(group("View", commands(Command.Menu.VIEW, Command.Menu.HELP)),
                        group("Charts", commands(Command.Menu.CHARTS))),
                new VBox(group("In a slider", SLIDER_KEYS), group("Everywhere", ELSEWHERE)));
        columns.getStyleClass().add("overlay-columns");
        VBox card = new VBox(head, columns);
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getTarget() == this) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                hide();
                e.consume();
            }
        });
    }

    /** Shows or hides the page. */
    public void toggle() {
        if (isVisible()) {
            hide();
        } else {
            before = getScene().getFocusOwner();
            setVisible(true);
            setManaged(true);
            close.requestFocus();
        }
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private static List<String[]> commands(Command.Menu... menus) {
        List<String[]> rows = new ArrayList<>();
        for (Command command : Command.values()) {
            if (List.of(menus).contains(command.menu()) && command.keys().isPresent()) {
                rows.add(new String[] {command.keys().get().getDisplayText(), command.label()});
            }
        }
        return rows;
    }

    private static VBox group(String title, List<String[]> rows) {
        Label name = new Label(title);
        name.getStyleClass().add("hr-section");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int i = 0; i < rows.size(); i++) {
            Label keys = new Label(rows.get(i)[0]);
            keys.getStyleClass().add("hr-chip");
            keys.setMinWidth(USE_PREF_SIZE);
            Label what = new Label(rows.get(i)[1]);
            what.setMinWidth(USE_PREF_SIZE);
            grid.addRow(i, keys, what);
        }
        return new VBox(name, grid);
    }
}
