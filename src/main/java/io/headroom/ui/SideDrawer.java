package io.headroom.ui;

import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Where the side pane is: in a column of its own, or over the middle while it is open. */
final class SideDrawer {

    private static final String OVER = "drawer";

    private final Region side;
    private final BorderPane frame;
    private final StackPane center;
    private boolean isOpen;

    SideDrawer(Region side, BorderPane frame, StackPane center) {
        this.side = side;
        this.frame = frame;
        this.center = center;
        StackPane.setAlignment(side, Pos.CENTER_RIGHT);
    }

    /** Whether it is wanted where it has no column. */
    boolean isOpen() {
        return isOpen;
    }

    void open(boolean isWanted) {
        isOpen = isWanted;
    }

    /** Puts it into its column, or over the middle where {@code isDrawer}. */
    void place(boolean isDrawer) {
        boolean isColumn = frame.getRight() == side;
        if (!isDrawer && !isColumn) {
            center.getChildren().remove(side);
            side.getStyleClass().remove(OVER);
            frame.setRight(side);
        } else if (isDrawer) {
            if (isColumn) {
                frame.setRight(null);
            }
            over();
        }
    }

    private void over() {
        boolean isThere = center.getChildren().contains(side);
        if (isOpen && !isThere) {
            side.getStyleClass().add(OVER);
            center.getChildren().add(side);
        } else if (!isOpen && isThere) {
            center.getChildren().remove(side);
            side.getStyleClass().remove(OVER);
        }
    }
}
