package io.headroom.ui.search;

import io.headroom.explore.alternative.Distance;
import io.headroom.format.Formatter;
import io.headroom.session.search.SearchAnswer;
import io.headroom.session.search.SearchText;
import io.headroom.ui.theme.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the search says of the plan, of numbers of GPUs, of what was rejected and of itself. */
final class FactsPane extends ScrollPane {

    private final Label distance = line("search.distance");
    private final Label waived = line("search.waived");
    private final Label supported = line("search.supported");
    private final Label size = line("search.size");
    private final GridPane rejected = new GridPane();
    private final Label rejectedTitle = title("Rejected");
    private List<Map.Entry<String, String>> shown;

    FactsPane() {
        getStyleClass().addAll("search-facts", "edge-to-edge");
        rejected.getStyleClass().add("search-rejected");
        rejected.setId("search.rejected");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setHalignment(HPos.RIGHT);
        rejected.getColumnConstraints().addAll(words, counts);
        VBox lines = new VBox(title("This plan"), distance, title("Numbers of GPUs"), supported, waived, rejectedTitle,
                rejected, title("Searched"), size);
        lines.getStyleClass().add("search-lines");
        lines.setMinWidth(0);
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        Nodes.paintInParts(this);
    }

    void show(SearchAnswer answer, Optional<Distance> from, Formatter format) {
        distance.setText(SearchText.distance(answer, from, format));
        supported.setText(SearchText.supported(answer, format));
        waived.setText(SearchText.waived(answer));
        Nodes.visible(waived, !waived.getText().isEmpty());
        size.setText(SearchText.size(answer, format));
        reject(SearchText.rejected(answer, format));
    }

    private void reject(List<Map.Entry<String, String>> reasons) {
        if (reasons.equals(shown)) {
            return;
        }
        shown = reasons;
        rejected.getChildren().clear();
        Nodes.visible(rejectedTitle, !reasons.isEmpty());
        Nodes.visible(rejected, !reasons.isEmpty());
        for (int i = 0; i < reasons.size(); i++) {
            Label why = line("");
            why.setText(reasons.get(i).getKey());
            Label count = new Label(reasons.get(i).getValue());
            count.getStyleClass().add("hr-number");
            count.setMinWidth(Region.USE_PREF_SIZE);
            GridPane.setValignment(count, VPos.TOP);
            rejected.addRow(i, why, count);
        }
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id.isEmpty() ? null : id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("search-title");
        return label;
    }
}
