package io.headroom.ui.search;

import io.headroom.ui.theme.NameConverter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Drop-down lists and the names before them. */
final class Choices {

    private Choices() {
    }

    static <T> ComboBox<T> of(String spoken, Function<T, String> text, List<T> all, Consumer<T> onChoice) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        NameConverter.use(box, text);
        box.setAccessibleText(spoken);
        box.valueProperty().subscribe((before, now) -> onChoice.accept(now));
        return box;
    }

    static Label name(String text, Node of) {
        Label label = new Label(text);
        label.setLabelFor(of);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("hr-muted");
        return label;
    }
}
