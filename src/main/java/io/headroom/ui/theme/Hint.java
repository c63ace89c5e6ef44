package io.headroom.ui.theme;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Words that appear where the mouse rests on a node. The toolkit's tooltip is a window with a scene, dear to make; this
 * one is made when the mouse first comes, which it does to few of the many nodes that have one.
 */
public final class Hint {

    private static final double WIDEST = 360;

    private final Node node;
    private String text;
    private Tooltip tip;

    private Hint(Node node, String text) {
        this.node = node;
        say(text);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> make());
    }

    /** Gives {@code node} a hint. */
    public static Hint on(Node node, String text) {
        return new Hint(node, text);
    }

    /** Changes its words. */
    public void say(String words) {
        text = words;
        node.setAccessibleHelp(words);
        if (tip != null) {
            tip.setText(words);
        }
    }

    private void make() {
        if (tip == null) {
            tip = new Tooltip(text);
            tip.setWrapText(true);
            tip.setMaxWidth(WIDEST);
            Tooltip.install(node, tip);
        }
    }
}
