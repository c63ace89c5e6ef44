package io.headroom.ui.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** What views do to nodes of all kinds. */
public final class Nodes {

    private Nodes() {
    }

    /** Whether {@code node} and all that it lies in is visible. */
    public static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Shows {@code node} with the room it needs, or neither. */
    public static void visible(Node node, boolean isVisible) {
        node.setVisible(isVisible);
        node.setManaged(isVisible);
    }

    /**
     * Paints of what {@code pane} shows only the parts that change. The toolkit keeps a picture of all that it shows,
     * paints all of it anew whenever one label changes, and does not give the picture back when the pane is gone.
     */
    public static void paintInParts(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            Node viewport = pane.lookup(".viewport");
            if (viewport != null) {
                viewport.setCache(false);
            }
        });
    }

    /** Gives the focus to the first node of {@code root} that takes it; whether there is one. */
    public static boolean focusFirst(Node root) {
        if (root.isFocusTraversable() && !root.isDisabled() && root.isVisible()) {
            root.requestFocus();
            return true;
        }
        return root instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Nodes::focusFirst);
    }
}
