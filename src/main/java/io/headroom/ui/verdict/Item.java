package io.headroom.ui.verdict;

import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.theme.Unbroken;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One line of a list: a glyph, a head and words that wrap. */
public final class Item extends HBox {

    private final Label sign = new Label();
    private final Label title = wrapped();
    private final Label body = wrapped();
    private Content shown;

    /**
     * What a line says.
     *
     * @param glyph sign before it, or empty
     * @param tone of the sign
     * @param head in stronger type, or empty
     * @param text the words
     */
    public record Content(String glyph, Tone tone, String head, String text) {
    }

    public Item() {
        getStyleClass().add("side-item");
        sign.getStyleClass().addAll("side-glyph", "hr-strong");
        sign.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("hr-strong");
        VBox words = new VBox(title, body);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
    }

    /** A click, Enter or the space bar on the line does {@code action}. */
    void setOnOpen(Runnable action) {
        getStyleClass().add("side-open");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(e -> action.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                action.run();
                e.consume();
            }
        });
    }

    /** Says something; nothing happens where it is what it says already. */
    public void show(Content content) {
        if (content.equals(shown)) {
            return;
        }
        shown = content;
        sign.setText(content.glyph);
        StyleClasses.choose(sign, Tone.CLASSES, content.tone.styleClass());
        title.setText(Unbroken.of(content.head));
        setAccessibleText((content.head + " " + content.text).strip());
        body.setText(Unbroken.of(content.text));
        StyleClasses.toggle(body, "hr-muted", !content.head.isEmpty());
        Nodes.visible(sign, !content.glyph.isEmpty());
        Nodes.visible(title, !content.head.isEmpty());
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
