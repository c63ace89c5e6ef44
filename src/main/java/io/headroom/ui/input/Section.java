package io.headroom.ui.input;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A named group of inputs. */
class Section extends VBox {

    Section(String title, Node... rows) {
        Label name = new Label(title);
        name.getStyleClass().add("hr-section");
        getStyleClass().add("input-section");
        getChildren().add(name);
        getChildren().addAll(rows);
    }
}
