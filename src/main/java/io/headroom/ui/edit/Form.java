package io.headroom.ui.edit;

import io.headroom.ui.theme.NameConverter;
import io.headroom.ui.theme.Nodes;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows of fields with a line for what is wrong and the buttons Save, Remove and Cancel; Enter saves, Escape cancels. */
abstract class Form extends VBox {

    private final Label problem = new Label();
    private final Button save = new Button("Save");
    private final Button remove = new Button("Remove");
    private final Runnable close;

    /** @param close takes the form away */
    Form(Runnable close) {
        this.close = close;
        getStyleClass().add("form");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("form-problem");
        Nodes.visible(problem, false);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.run();
                e.consume();
            }
        });
    }

    /** Lays the rows out and the buttons below; {@code removal} is null where there is nothing to remove. */
    final void lay(Runnable removal, Node... rows) {
        Button cancel = new Button("Cancel");
        cancel.setOnAction(e -> close.run());
        save.setOnAction(e -> trySave());
        save.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(save, cancel, gap, remove);
        buttons.getStyleClass().add("form-row");
        Nodes.visible(remove, removal != null);
        remove.setOnAction(e -> {
            close.run();
            removal.run();
        });
        getChildren().setAll(rows);
        getChildren().addAll(problem, buttons);
    }

    /** Saves what is typed; why not, or empty where it was saved. */
    abstract String save();

    /** Saves and closes, or says why not. */
    final void trySave() {
        String why = save();
        problem.setText(why);
        Nodes.visible(problem, !why.isEmpty());
        if (why.isEmpty()) {
            close.run();
        }
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("form-row");
        return row;
    }

    static <T> ComboBox<T> choice(String spoken, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>();
        NameConverter.use(box, text);
        box.setAccessibleText(spoken);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
