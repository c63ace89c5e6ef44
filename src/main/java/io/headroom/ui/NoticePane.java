package io.headroom.ui;

import io.headroom.session.DocumentSession;
import io.headroom.session.Notice;
import io.headroom.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is to be told of a file, above the charts and not in their way. */
final class NoticePane extends VBox {

    private static final double MOST_LINES_HEIGHT = 120;

    private final Label title = new Label();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);

    NoticePane(DocumentSession documents) {
        getStyleClass().add("notice");
        setId("notice");
        Button close = new Button("Dismiss");
        close.setAccessibleText("Dismiss this notice");
        close.setOnAction(e -> documents.dismiss());
        close.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("hr-title");
        title.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        Nodes.paintInParts(scroll);
        scroll.setFitToWidth(true);
        scroll.minViewportHeightProperty().bind(
                lines.heightProperty().map(h -> Math.min(h.doubleValue(), MOST_LINES_HEIGHT)));
        scroll.prefViewportHeightProperty().bind(scroll.minViewportHeightProperty());
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("notice-lines", "edge-to-edge");
        getChildren().addAll(head, scroll);
        documents.noticeProperty().subscribe(this::show);
    }

    private void show(Notice notice) {
        setVisible(!notice.isEmpty());
        setManaged(!notice.isEmpty());
        String glyph = switch (notice.kind()) {
            case INFORMS -> "";
            case WARNS -> "! ";
            case FAILED -> "✗ ";
        };
        title.setText(glyph + notice.title());
        getStyleClass().removeAll("failed", "warns");
        switch (notice.kind()) {
            case INFORMS -> { }
            case WARNS -> getStyleClass().add("warns");
            case FAILED -> getStyleClass().add("failed");
        }
        lines.getChildren().setAll(notice.lines().stream().map(NoticePane::line).toList());
        scroll.setVisible(!notice.lines().isEmpty());
        scroll.setManaged(!notice.lines().isEmpty());
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
