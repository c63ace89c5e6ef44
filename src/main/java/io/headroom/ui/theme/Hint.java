package io.headroom.ui.theme;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;

/**
 * Words that appear where the mouse rests on a node. The toolkit's tooltip is a window with a scene, dear to make and kept
 * from then on; all nodes share one, which asks the node under the mouse. FX thread only.
 */
public final class Hint {

    private static final double WIDEST = 360;
    private static final double WIDEST_OF_LONG = 600;
    private static final int LONG = 240;

    private static Tooltip shared;
    // the toolkit tells a tooltip of its window only
    private static Hint underMouse;

    private final Node node;
    private String text = "";

    private Hint(Node node) {
        this.node = node;
        node.getProperties().put(Hint.class, this);
        node.addEventHandler(MouseEvent.MOUSE_MOVED, e -> underMouse = this);
        node.addEventHandler(MouseEvent.MOUSE_EXITED, e -> underMouse = underMouse == this ? null : underMouse);
    }

    /** The hint of {@code node}, without words as long as it is told none. */
    public static Hint on(Node node) {
        return node.getProperties().get(Hint.class) instanceof Hint hint ? hint : new Hint(node);
    }

    /** Gives {@code node} a hint. */
    public static Hint on(Node node, String text) {
        Hint hint = on(node);
        hint.say(text);
        return hint;
    }

    /** Changes its words; with none of them nothing appears. */
    public void say(String words) {
        if (words.equals(text)) {
            return;
        }
        if (words.isEmpty()) {
            Tooltip.uninstall(node, tip());
        } else if (text.isEmpty()) {
            Tooltip.install(node, tip());
        }
        text = words;
        node.setAccessibleHelp(words);
        if (underMouse == this) {
            tell();
        }
    }

    private void tell() {
        tip().setMaxWidth(text.length() > LONG ? WIDEST_OF_LONG : WIDEST);
        tip().setText(text);
    }

    private static Tooltip tip() {
        if (shared == null) {
            shared = new Tooltip();
            shared.setWrapText(true);
            shared.addEventHandler(WindowEvent.WINDOW_SHOWING, e -> {
                if (underMouse != null) {
                    underMouse.tell();
                }
            });
        }
        return shared;
    }
}
