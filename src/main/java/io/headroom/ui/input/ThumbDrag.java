package io.headroom.ui.input;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Dragging the thumb of a slider from stop to stop, also when the mouse leaves it; a press beside the thumb moves it there.
 *
 * <p>The thumb rests on stops while it is dragged, so the mouse runs ahead of it: drags are followed on the scene.
 */
final class ThumbDrag {

    private final PlanSlider slider;
    private final EventHandler<MouseEvent> onDrag = this::drag;
    private final EventHandler<MouseEvent> onRelease = this::release;
    // kept, because the slider may leave the window before the mouse lets go
    private Scene scene;
    private double grabbedAt;

    ThumbDrag(PlanSlider slider) {
        this.slider = slider;
    }

    void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        event.consume();
        slider.requestFocus();
        slider.setValueChanging(true);
        double fromThumb = x(event) - thumbX();
        grabbedAt = Math.abs(fromThumb) <= thumbWidth() / 2 ? fromThumb : 0;
        scene = slider.getScene();
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        move(event);
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (slider.getScene() == scene) {
            move(event);
        }
    }

    private void release(MouseEvent event) {
        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
        scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        slider.setValueChanging(false);
    }

    private void move(MouseEvent event) {
        double fraction = (x(event) - grabbedAt - thumbWidth() / 2) / span();
        slider.moveTo(Math.clamp(fraction, 0, 1) * slider.getMax());
    }

    private double x(MouseEvent event) {
        return slider.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }

    private double thumbX() {
        return thumbWidth() / 2 + slider.getValue() / slider.getMax() * span();
    }

    private double span() {
        return Math.max(1, slider.getWidth() - thumbWidth());
    }

    private double thumbWidth() {
        Node thumb = slider.lookup(".thumb");
        return thumb == null ? 0 : thumb.getLayoutBounds().getWidth();
    }
}
