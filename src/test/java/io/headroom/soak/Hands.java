package io.headroom.soak;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** Mouse and keys of the window, and the nodes they can reach. Used on the thread of the window only. */
final class Hands {

    private static final int MOVES = 5;

    private final Stage stage;
    private final SplittableRandom random;
    private final Robot robot = new Robot();

    Hands(Stage stage, SplittableRandom random) {
        this.stage = stage;
        this.random = random;
    }

    /** Any visible, enabled node of {@code type}, or null. */
    <T extends Node> T any(Class<T> type, Predicate<T> wanted) {
        List<T> found = all(stage.getScene().getRoot(), type, wanted);
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    /** All visible, enabled nodes of {@code type} below {@code root}. */
    static <T extends Node> List<T> all(Node root, Class<T> type, Predicate<T> wanted) {
        List<T> found = new java.util.ArrayList<>();
        collect(root, type, wanted, found);
        return found;
    }

    private static <T extends Node> void collect(Node node, Class<T> type, Predicate<T> wanted, List<T> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (type.isInstance(node) && wanted.test(type.cast(node))) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, wanted, found));
        }
    }

    /** Presses at a place of {@code node}, moves along it and lets go. */
    void drag(Node node) {
        Bounds on = node.localToScreen(node.getBoundsInLocal());
        double y = on.getCenterY();
        moveTo(on.getMinX() + random.nextDouble() * on.getWidth(), y);
        if (!press(MouseButton.PRIMARY)) {
            return;
        }
        for (int i = 0; i < MOVES; i++) {
            moveTo(on.getMinX() + (random.nextDouble() * 1.2 - 0.1) * on.getWidth(), y);
        }
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    /** Clicks somewhere into the window. */
    void clickAnywhere() {
        Scene scene = stage.getScene();
        moveTo(stage.getX() + random.nextDouble() * scene.getWidth(), stage.getY() + random.nextDouble() * scene.getHeight());
        MouseButton button = random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        if (press(button)) {
            robot.mouseRelease(button);
        }
    }

    /** Whether the press came to a window: the toolkit's robot fails where no window of it is in front. */
    private boolean press(MouseButton button) {
        try {
            robot.mousePress(button);
            return true;
        } catch (NullPointerException e) {
            return false;
        }
    }

    /** Moves the mouse somewhere and turns its wheel. */
    void hover() {
        Scene scene = stage.getScene();
        moveTo(stage.getX() + random.nextDouble() * scene.getWidth(), stage.getY() + random.nextDouble() * scene.getHeight());
        if (random.nextInt(3) == 0) {
            robot.mouseWheel(random.nextInt(11) - 5);
        }
    }

    /** Types {@code code} while the others are held. */
    void type(KeyCode code, KeyCode... held) {
        for (KeyCode key : held) {
            robot.keyPress(key);
        }
        robot.keyPress(code);
        robot.keyRelease(code);
        for (KeyCode key : held) {
            robot.keyRelease(key);
        }
    }

    // the screen without a display is 1000 by 1000
    private void moveTo(double x, double y) {
        robot.mouseMove(Math.clamp(x, 0, 999), Math.clamp(y, 0, 999));
    }
}
