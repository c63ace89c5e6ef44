package io.headroom.ui.validation;

import io.headroom.session.validation.Progress;
import io.headroom.session.validation.ValidationSession;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** In place of the chart while there is none: how far it is, or why there will be none. */
final class StatePane extends VBox {

    private static final double BAR_WIDTH = 240;

    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("Stop");
    private final Button again = new Button("Estimate them");

    StatePane(ValidationSession session) {
        getStyleClass().add("validation-state");
        setId("validation.state");
        setAlignment(Pos.CENTER);
        text.setWrapText(true);
        bar.setPrefWidth(BAR_WIDTH);
        bar.setAccessibleText("Rows estimated");
        cancel.setAccessibleText("Stop estimating");
        cancel.setOnAction(e -> session.cancel());
        again.setOnAction(e -> session.start());
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(text, bar, cancel, again);
    }

    void show(Progress progress) {
        boolean isRunning = progress instanceof Progress.Running;
        boolean isStopped = progress instanceof Progress.Cancelled || progress instanceof Progress.Failed;
        show(bar, isRunning);
        show(cancel, isRunning);
        show(again, isStopped);
        show(this, isRunning || isStopped);
        switch (progress) {
            case Progress.Idle _, Progress.Ready _ -> text.setText("");
            case Progress.Running r -> {
                text.setText(r.all() == 0 ? "Reading the public measurements…"
                        : "Estimating public measurements: " + r.done() + " of " + r.all());
                bar.setProgress(r.all() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) r.done() / r.all());
            }
            case Progress.Cancelled _ -> text.setText("Stopped before the public measurements were estimated.");
            case Progress.Failed f -> text.setText("✗ The public measurements could not be estimated.\n" + f.message());
        }
    }

    private static void show(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
