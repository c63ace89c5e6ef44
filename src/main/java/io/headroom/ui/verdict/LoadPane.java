package io.headroom.ui.verdict;

import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Distribution;
import io.headroom.explore.simulate.Spread;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Workload;
import io.headroom.session.Shown;
import io.headroom.session.UnderLoad;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What requests see under load, as percentiles; nothing is played through before somebody asks. */
final class LoadPane extends VBox {

    private static final List<String> ROWS = List.of("TTFT", "TPOT", "E2E");
    private static final List<String> COLUMNS = List.of("p50", "p90", "p99");

    private final ToggleButton open = new ToggleButton("Percentiles");
    private final GridPane table = new GridPane();
    private final Label[][] cells = new Label[ROWS.size()][COLUMNS.size()];
    private final Label how = new Label();
    private final VBox content = new VBox();
    private Shown last;

    LoadPane(Consumer<Boolean> onWatch) {
        Label title = new Label("Under load");
        title.getStyleClass().add("hr-section");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, open);
        head.setAlignment(Pos.CENTER_LEFT);
        open.setId("load.open");
        open.getStyleClass().addAll("load-open", "small", "side-add");
        open.setAccessibleHelp("Plays the plan through and shows what requests see");
        open.setOnAction(e -> {
            onWatch.accept(open.isSelected());
            if (last != null) {
                show(last);
            }
        });
        how.setId("load.how");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        how.getStyleClass().addAll("hr-muted", "hr-small");
        table.setId("load.table");
        table.getStyleClass().add("load-table");
        table.setAccessibleText("Percentiles under load");
        fill();
        content.getStyleClass().add("side-items");
        content.getChildren().addAll(table, how);
        getChildren().addAll(head, content);
        Nodes.visible(content, false);
    }

    void show(Shown shown) {
        last = shown;
        Nodes.visible(content, open.isSelected());
        if (!open.isSelected()) {
            return;
        }
        UnderLoad load = shown.load();
        Distribution seen = load.last().map(UnderLoad.Played::outcome).map(o -> o instanceof Distribution d ? d : null)
                .orElse(null);
        Nodes.visible(table, seen != null);
        how.setText(how(load, shown.format()));
        if (seen == null) {
            return;
        }
        List<Spread> rows = List.of(seen.ttft(), seen.tpot(), seen.endToEnd());
        for (int i = 0; i < rows.size(); i++) {
            double[] values = {rows.get(i).p50(), rows.get(i).p90(), rows.get(i).p99()};
            for (int j = 0; j < values.length; j++) {
                String text = shown.format().text(values[j], Dimension.SECONDS);
                cells[i][j].setText(text);
                cells[i][j].setAccessibleText(ROWS.get(i) + " " + COLUMNS.get(j) + ": " + text
                        + (load.isOld() ? ", of the plan before the change" : ""));
                StyleClasses.toggle(cells[i][j], "hr-stale", load.isOld());
            }
        }
    }

    private static String how(UnderLoad load, Formatter format) {
        if (load.last().isEmpty()) {
            return load.isAwaited() ? "Being played through…" : "";
        }
        UnderLoad.Played played = load.last().get();
        if (!(played.outcome() instanceof Distribution seen)) {
            return load.isAwaited() ? "Being played through…" : load.refusal();
        }
        Workload w = played.plan().workload();
        String how = "Policy " + played.input().policy().id() + ", " + (played.input().arrivals() == Arrivals.POISSON
                ? "poisson arrivals at " + format.text(w.arrivalRatePerSecond(), Dimension.REQUESTS_PER_SECOND)
                : "steady load of " + format.value(w.concurrentRequests(), Dimension.COUNT)
                        + (w.concurrentRequests() == 1 ? " request" : " requests"))
                + "; " + format.value(seen.requests(), Dimension.COUNT) + " played of a replica.";
        return (load.isOld() ? "Before the change; being played through again… " : "") + how
                + (seen.isSaturated() ? " ! More requests come than end: these figures grow for as long as one looks." : "");
    }

    private void fill() {
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(name);
        for (int j = 0; j < COLUMNS.size(); j++) {
            ColumnConstraints numbers = new ColumnConstraints();
            numbers.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(numbers);
            table.add(muted(COLUMNS.get(j)), j + 1, 0);
        }
        for (int i = 0; i < ROWS.size(); i++) {
            table.add(muted(ROWS.get(i)), 0, i + 1);
            for (int j = 0; j < COLUMNS.size(); j++) {
                cells[i][j] = new Label();
                cells[i][j].setId("load." + ROWS.get(i).toLowerCase(java.util.Locale.ROOT) + "." + COLUMNS.get(j));
                table.add(cells[i][j], j + 1, i + 1);
            }
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-muted");
        return label;
    }
}
