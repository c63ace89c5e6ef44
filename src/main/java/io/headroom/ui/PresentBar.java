package io.headroom.ui;

import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands above the numbers before an audience, in place of menus and buttons: which plan, against which, how to leave. */
final class PresentBar extends HBox {

    private final PlanSession session;
    private final Label plan = new Label();
    private final Label against = new Label();

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
        getChildren().addAll(plan, against, gap, keys);
    }

    void show() {
        Review review = session.reviewProperty().get();
        String name = session.planProperty().get().name();
        plan.setText(review.name() + ": " + name);
        against.setText(review.baseline().isEmpty() || review.baseline().equals(name) ? "" : "△ against " + review.baseline());
    }
}
