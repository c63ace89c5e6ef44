package io.headroom.ui.input;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A named group of inputs. */
class Section extends VBox {

    Section(Node... rows) {
        getStyleClass().add("input-section");
        getChildren().addAll(rows);
    }

    Section(String title, Node... rows) {
        this(title(title));
        getChildren().addAll(rows);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("hr-section");
        return title;
    }
}
