package io.headroom.ui.audit;

import io.headroom.check.audit.Unread;
import io.headroom.report.read.ReportReading;
import io.headroom.report.read.review.OpenPoint;
import io.headroom.session.ReadReport;
import io.headroom.ui.theme.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** What a person should know of how a report was read: what was assumed, not understood, repaired. */
final class ReadingPane extends VBox {

    private final ToggleButton assumed = page("assumed");
    private final ToggleButton unread = page("unread");
    private final ToggleButton repaired = page("repaired");
    private final VBox lines = new VBox();
    private ReportReading shown;

    ReadingPane() {
        getStyleClass().add("audit-reading");
        SegmentedButton pages = new SegmentedButton(assumed, unread, repaired);
        pages.getStyleClass().add("chart-choice");
        assumed.setSelected(true);
        lines.setId("audit.lines");
        lines.getStyleClass().add("audit-lines");
        ScrollPane scroll = new ScrollPane(lines);
        Nodes.paintInParts(scroll);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "audit-scroll");
        scroll.setAccessibleText("How the report was read");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(pages, scroll);
    }

    /** Shows how {@code report} was read; without one nothing of an earlier one is kept: its lines may weigh 40 MB. */
    void show(Optional<ReadReport> report) {
        ReportReading now = report.map(ReadReport::reading).orElse(null);
        if (now == shown) {
            return;
        }
        shown = now;
        if (shown == null) {
            lines.getChildren().clear();
            return;
        }
        assumed.setText("Assumed (" + open().size() + ")");
        unread.setText("Not understood (" + shown.claims().unread().size() + ")");
        repaired.setText("Encoding (" + shown.repairs().size() + ")");
        fill();
    }

    private void fill() {
        List<String> texts = unread.isSelected() ? shown.claims().unread().stream().map(ReadingPane::text).toList()
                : repaired.isSelected() ? shown.repairs() : open();
        String none = unread.isSelected() ? "Every passage with a number was understood."
                : repaired.isSelected() ? "The text was encoded as it should be." : "The report leaves nothing open.";
        lines.getChildren().setAll((texts.isEmpty() ? List.of(none) : texts).stream().map(ReadingPane::line).toList());
    }

    private List<String> open() {
        return shown.open().stream().map(ReadingPane::text).distinct().toList();
    }

    private static String text(OpenPoint open) {
        return open.plan().isEmpty() ? open.text() : open.plan() + ": " + open.text();
    }

    private static String text(Unread unread) {
        return "Line " + unread.line() + ": “" + unread.text() + "”: " + unread.reason();
    }

    private ToggleButton page(String name) {
        ToggleButton button = new ToggleButton();
        button.setId("audit." + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            fill();
        });
        return button;
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
