package io.headroom.ui.verdict;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A line of a list: a sign, a head, and a text that wraps. */
final class Item extends HBox {

    Item(String glyph, Tone tone, String head, String text) {
        getStyleClass().add("side-item");
        VBox words = new VBox();
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!head.isEmpty()) {
            Label title = wrapped(head);
            title.getStyleClass().add("hr-strong");
            words.getChildren().add(title);
        }
        Label body = wrapped(text);
        if (!head.isEmpty()) {
            body.getStyleClass().add("hr-muted");
        }
        words.getChildren().add(body);
        if (!glyph.isEmpty()) {
            Label sign = new Label(glyph);
            sign.getStyleClass().addAll("side-glyph", "hr-strong");
            if (tone != Tone.PLAIN) {
                sign.getStyleClass().add(tone.styleClass());
            }
            sign.setMinWidth(USE_PREF_SIZE);
            getChildren().add(sign);
        }
        getChildren().add(words);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
