package io.headroom.ui;

import io.headroom.session.settings.Settings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window is on the screens, remembered from one start to the next and never off all of them. */
public final class WindowPlace {

    /** Width of a first start. */
    public static final double WIDTH = 1440;
    /** Height of a first start. */
    public static final double HEIGHT = 900;

    private static final double SMALLEST_WIDTH = 1000;
    private static final double SMALLEST_HEIGHT = 640;

    private WindowPlace() {
    }

    /** Puts {@code stage} where it was, as far as a screen is there. */
    public static void restore(Stage stage, Settings.Bounds bounds) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, screen.getHeight()));
        if (bounds == null) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            return;
        }
        boolean isSeen = !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
        stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
        stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
        if (isSeen) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(bounds.maximized());
    }

    /** Where {@code stage} is. */
    public static Settings.Bounds of(Stage stage) {
        return new Settings.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                stage.isMaximized());
    }
}
