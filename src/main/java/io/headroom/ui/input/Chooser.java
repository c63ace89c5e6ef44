package io.headroom.ui.input;

import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.NameConverter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** A name above a drop-down list of things. */
final class Chooser<T> extends VBox {

    private final ComboBox<T> box;
    private final Consumer<T> onChoice;
    private final Label name = new Label();
    private final Hint hint;
    private List<T> items = List.of();
    private boolean isShowing;

    private Chooser(String label, ComboBox<T> box, Function<T, String> text, Consumer<T> onChoice) {
        this.box = box;
        this.onChoice = onChoice;
        NameConverter.use(box, text, () -> items);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(label);
        box.valueProperty().subscribe((before, now) -> chosen(now));
        hint = Hint.on(box);
        name.setText(label);
        name.setLabelFor(box);
        VBox.setVgrow(box, Priority.NEVER);
        getStyleClass().add("chooser");
        getChildren().addAll(name, box);
    }

    /** A list long enough to be searched. */
    static <T> Chooser<T> searchable(String label, Function<T, String> text, Consumer<T> onChoice) {
        return new Chooser<>(label, new SearchableComboBox<>(), text, onChoice);
    }

    /** A short list. */
    static <T> Chooser<T> plain(String label, Function<T, String> text, Consumer<T> onChoice) {
        return new Chooser<>(label, new ComboBox<>(), text, onChoice);
    }

    /** Shows {@code value} among {@code all}. */
    void show(List<T> all, T value) {
        show(all, value, name.getText() + ": " + box.getConverter().toString(value));
    }

    /** Shows {@code value} among {@code all}, of which {@code words} say more. */
    void show(List<T> all, T value, String words) {
        isShowing = true;
        if (!all.equals(items)) {
            items = all;
            box.setItems(FXCollections.observableArrayList(all));
        }
        if (!value.equals(box.getValue())) {
            box.setValue(value);
        }
        hint.say(words);
        isShowing = false;
    }

    /** Puts a button beside the name that opens what the value consists of. */
    void edits(Runnable open) {
        Button edit = new Button("Edit…");
        edit.setId("edit." + name.getText().toLowerCase(Locale.ROOT));
        edit.setAccessibleText("Edit the figures of this " + name.getText());
        edit.getStyleClass().addAll("small", "chooser-edit");
        edit.setOnAction(e -> open.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, gap, edit);
        head.getStyleClass().add("chooser-head");
        getChildren().setAll(head, box);
    }

    ComboBox<T> box() {
        return box;
    }

    private void chosen(T value) {
        if (!isShowing && value != null) {
            onChoice.accept(value);
        }
    }
}
