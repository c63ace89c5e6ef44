package io.headroom.ui;

import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands above the numbers before an audience, in place of menus and buttons: which plan, against which, how to leave. */
final class PresentBar extends HBox {

    private final PlanSession session;
    private final Label plan = new Label();
    private final Label against = new Label();
    private final Label pressed = new Label();

    PresentBar(PlanSession session) {
        this.session = session;
        getStyleClass().add("present-bar");
        setAlignment(Pos.BASELINE_LEFT);
        plan.getStyleClass().add("hr-title");
        against.getStyleClass().add("hr-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label keys = new Label("Esc leaves   ? keys");
        keys.getStyleClass().add("hr-muted");
        keys.setMinWidth(USE_PREF_SIZE);
        pressed.setId("present.key");
        pressed.getStyleClass().add("hr-chip");
        pressed.setMinWidth(USE_PREF_SIZE);
        pressed.setVisible(false);
        getChildren().addAll(plan, against, gap, pressed, keys);
    }

    /** Shows the keys of {@code event}, so that an audience can follow; those that only change others stay unsaid. */
    void press(KeyEvent event) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        List<KeyCombination.Modifier> held = new ArrayList<>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        pressed.setText(new KeyCodeCombination(event.getCode(), held.toArray(KeyCombination.Modifier[]::new)).getDisplayText());
        pressed.setVisible(true);
    }

    /** Takes the last keys away: the mouse is what leads now. */
    void forget() {
        pressed.setVisible(false);
    }

    void show() {
        Review review = session.reviewProperty().get();
        String name = session.planProperty().get().name();
        plan.setText(review.name() + ": " + name);
        against.setText(review.baseline().isEmpty() || review.baseline().equals(name) ? "" : "△ against " + review.baseline());
    }
}
