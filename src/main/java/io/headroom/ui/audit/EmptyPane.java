package io.headroom.ui.audit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** In place of claims where there are none: what to do about it. */
final class EmptyPane extends VBox {

    EmptyPane(Runnable onOpen) {
        getStyleClass().add("audit-empty");
        setId("audit.empty");
        setAlignment(Pos.CENTER);
        Label title = new Label("No claims in this review");
        title.getStyleClass().add("hr-title");
        Label what = new Label("Open a report in Markdown or plain text, or drop it onto the window: every figure it states is "
                + "set beside what its own arithmetic and its plans give. A plan file has claims under \"figures\".");
        what.setWrapText(true);
        what.getStyleClass().addAll("hr-muted", "audit-empty-text");
        Button open = new Button("Open a report…");
        open.setId("audit.open");
        open.setOnAction(e -> onOpen.run());
        getChildren().addAll(title, what, open);
    }
}
