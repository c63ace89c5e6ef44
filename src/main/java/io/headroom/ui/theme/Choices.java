package io.headroom.ui.theme;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Drop-down lists and the names before them. */
public final class Choices {

    private Choices() {
    }

    /** A list of {@code all}, each shown by {@code text}. */
    public static <T> ComboBox<T> of(String spoken, Function<T, String> text, List<T> all, Consumer<T> onChoice) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        NameConverter.use(box, text);
        box.setAccessibleText(spoken);
        box.valueProperty().subscribe((before, now) -> onChoice.accept(now));
        return box;
    }

    /** What stands before {@code of}, never cut off. */
    public static Label name(String text, Node of) {
        Label label = new Label(text);
        label.setLabelFor(of);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("hr-muted");
        return label;
    }

    /** {@code box}, whose items are shown by {@code text}, behind its name; no name takes no room. */
    public static <T> HBox named(String name, ComboBox<T> box, Function<T, String> text) {
        NameConverter.use(box, text);
        box.setAccessibleText(name);
        Label label = name(name, box);
        Nodes.visible(label, !name.isEmpty());
        HBox both = new HBox(label, box);
        both.getStyleClass().add("named-choice");
        return both;
    }
}
