package io.headroom.ui.theme;

import java.util.List;
import javafx.css.Styleable;

/** Changes style classes only where they differ: every change makes the toolkit match its style sheets again. */
public final class StyleClasses {

    private StyleClasses() {
    }

    /** Gives {@code node} a class or takes it away. */
    public static void toggle(Styleable node, String styleClass, boolean isOn) {
        if (isOn != node.getStyleClass().contains(styleClass)) {
            if (isOn) {
                node.getStyleClass().add(styleClass);
            } else {
                node.getStyleClass().remove(styleClass);
            }
        }
    }

    /** Gives {@code node} {@code chosen} of {@code choices}, or none where it is empty. */
    public static void choose(Styleable node, List<String> choices, String chosen) {
        choices.forEach(choice -> toggle(node, choice, choice.equals(chosen)));
    }

    /** Gives {@code node} exactly {@code wanted}. */
    public static void set(Styleable node, List<String> wanted) {
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }
}
