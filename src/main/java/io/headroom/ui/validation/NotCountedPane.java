package io.headroom.ui.validation;

import io.headroom.session.validation.Progress;
import io.headroom.session.validation.Scope;
import io.headroom.ui.theme.Nodes;
import io.headroom.validate.ValidatedRow;
import io.headroom.validate.ValidationResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What became of the rows that are in no table: skipped, doubted or of another quantity, each with its reason. */
final class NotCountedPane extends ScrollPane {

    private final VBox content = new VBox();
    private Object shown;

    NotCountedPane() {
        setId("validation.notcounted");
        getStyleClass().addAll("edge-to-edge", "validation-notcounted");
        Nodes.paintInParts(this);
        setFitToWidth(true);
        setAccessibleText("Rows that are not counted, by reason");
        setContent(content);
        content.getStyleClass().add("validation-reasons");
    }

    /** What is written on its button. */
    static String title(ValidationShown now) {
        if (!(now.progress() instanceof Progress.Ready ready)) {
            return "Not counted";
        }
        ValidationResult result = ready.result();
        return "Not counted (" + (result.skipped().size() + doubts(result).values().stream().mapToInt(i -> i).sum()) + ")";
    }

    void show(ValidationShown now) {
        Object key = List.of(now.progress(), now.imported());
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        content.getChildren().clear();
        if (!now.imported().problems().isEmpty()) {
            section(now.imported().file().isEmpty() ? "Your file" : "Your file " + now.imported().file());
            now.imported().problems().forEach(this::line);
        }
        if (now.progress() instanceof Progress.Ready ready) {
            show(ready.result());
        }
    }

    private void show(ValidationResult result) {
        int all = result.rows().size() + result.skipped().size();
        section(result.skipped().size() + " of " + all + " public rows are not estimated");
        table(result.skippedByReason());
        Map<String, Integer> doubts = doubts(result);
        section(doubts.values().stream().mapToInt(i -> i).sum() + " are estimated, but screened: they enter no table");
        table(doubts);
        Map<String, Integer> others = new TreeMap<>(result.rows().stream()
                .filter(r -> Scope.of(r.quantity()).isEmpty())
                .collect(Collectors.groupingBy(r -> r.quantity().label(), Collectors.summingInt(r -> 1))));
        section("Estimated and not drawn here, but by \"headroom validate\"");
        table(others);
        section("Added: E2E of " + result.endToEnd().size()
                + " configurations with TTFT and TPOT, as TTFT + (O − 1) × TPOT");
    }

    private static Map<String, Integer> doubts(ValidationResult result) {
        return new TreeMap<>(result.rows().stream().map(ValidatedRow::doubt).filter(d -> !d.isEmpty())
                .collect(Collectors.groupingBy(d -> d, Collectors.summingInt(d -> 1))));
    }

    private void table(Map<String, Integer> counts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("validation-counts");
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(javafx.geometry.HPos.RIGHT);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(numbers, words);
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).forEach(entry -> {
            Label count = new Label(String.valueOf(entry.getValue()));
            count.setMinWidth(Region.USE_PREF_SIZE);
            Label reason = new Label(entry.getKey());
            reason.setWrapText(true);
            grid.addRow(grid.getRowCount(), count, reason);
        });
        content.getChildren().add(grid);
    }

    private void section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-section");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().add(label);
    }

    private void line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().add(label);
    }
}
