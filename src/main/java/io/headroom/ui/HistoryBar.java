package io.headroom.ui;

import io.headroom.session.PlanSession;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** The history as a scrubber: every edit a stop, what it did beside it. Empty until something was edited. */
final class HistoryBar extends HBox {

    private static final double LONGEST_EM = 14;

    private final PlanSession session;
    private final Slider slider = new Slider(0, 1, 0);
    private final Label label = new Label();
    private List<String> shown = List.of();
    private int position = -1;
    private boolean isShowing;
    private boolean isHeld;

    HistoryBar(PlanSession session) {
        this.session = session;
        getStyleClass().add("history");
        slider.setId("history");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setAccessibleText("History");
        slider.valueProperty().subscribe(this::moved);
        slider.skinProperty().subscribe(this::guard);
        label.getStyleClass().add("hr-muted");
        label.setMinWidth(0);
        label.setStyle("-fx-max-width: " + LONGEST_EM + "em;");
        getChildren().addAll(slider, label);
        setVisible(false);
    }

    /** Shows where the session is in its history. */
    void show() {
        List<String> labels = session.historyLabels();
        if (session.historyPosition() == position && labels.equals(shown)) {
            return;
        }
        shown = labels;
        position = session.historyPosition();
        isShowing = true;
        setVisible(shown.size() > 1);
        slider.setMax(Math.max(1, shown.size() - 1));
        slider.setValue(position);
        isShowing = false;
        String step = (position + 1) + " of " + shown.size() + ": " + shown.get(position);
        label.setText(step);
        slider.setAccessibleText("History, " + step);
    }

    /** A press that closes a list never gets to the thumb, and JavaFX's own thumb fails on a drag without one. */
    private void guard() {
        Node thumb = slider.lookup(".thumb");
        if (thumb != null && thumb.getOnMouseDragged() != null) {
            EventHandler<? super MouseEvent> drag = thumb.getOnMouseDragged();
            thumb.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> isHeld = true);
            thumb.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> isHeld = false);
            thumb.setOnMouseDragged(e -> {
                if (isHeld) {
                    drag.handle(e);
                }
            });
        }
    }

    private void moved(Number value) {
        int wanted = (int) Math.round(value.doubleValue());
        if (!isShowing && wanted != session.historyPosition()) {
            session.goTo(wanted);
        }
    }
}
