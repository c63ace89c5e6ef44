package io.headroom.ui.search;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.session.search.SearchAnswer;
import io.headroom.session.search.SearchText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** Numbers of GPUs beside each other: the best layout of each, and what each is the sweet spot of. */
final class AlternativesTable extends FoundTable<AlternativesTable.Line> {

    private static final int MOST_ROWS_SHOWN = 6;
    private static final double ROW_EM = 1.85;
    private static final double HEAD_EM = 2.6;
    /** What the last column may give up where the table is narrow. */
    private static final double SPARED_EM = 5;

    /** One number of GPUs as it is shown. */
    record Line(int gpus, Optional<Found> found, String otherwise, String sweetSpots) {
    }

    private Formatter format;
    private SearchAnswer answer;

    AlternativesTable(Consumer<Found> onAdopt) {
        super("search.alternatives", "Numbers of GPUs beside each other", onAdopt);
        table.setPlaceholder(new Label("No number of GPUs has a layout that passes."));
        number("GPUs", 3.7, line -> format.text(line.gpus, Dimension.COUNT));
        column("Best layout", 10.3, line -> line.found.map(f -> LayoutLabel.of(f.plan())).orElse(line.otherwise));
        metric("tok/s/GPU", 6.9, Metric.OUTPUT_TOKENS_PER_GPU);
        metric("tok/s", 6.9, Metric.OUTPUT_TOKENS);
        number("TTFT", 5, line -> text(line, Objective.LOWEST_TTFT.metric(answer.wish().plan()).orElseThrow()));
        number("TPOT", 5, line -> text(line, Objective.LOWEST_TPOT.metric(answer.wish().plan()).orElseThrow()));
        metric("MFU", 4.4, Metric.MFU_PREFILL);
        metric("MBU", 4.4, Metric.MBU_DECODE);
        metric("Memory", 5.2, Metric.MEMORY_TOTAL);
        metric("$/1M", 5.2, Metric.COST_PER_MILLION_TOKENS);
        column("Sweet spot", 11, line -> line.sweetSpots.isEmpty() ? "" : "★ " + line.sweetSpots)
                .setCellFactory(_ -> new TippedCell<>());
        laidOut();
    }

    @Override
    Optional<Found> found(Line line) {
        return line.found;
    }

    @Override
    double more(int i, double left, double em) {
        // the last is the sweet spot, whose words may be cut
        return i == table.getColumns().size() - 1 ? Math.max(-SPARED_EM * em, left) : 0;
    }

    void show(SearchAnswer now, Objective objective, Formatter with) {
        answer = now;
        format = with;
        Alternatives all = now.alternatives();
        List<Line> lines = all.rows().stream().map(row -> new Line(row.gpus(), row.result().best(objective),
                SearchText.nothing(row, objective), SearchText.sweetSpots(all, row.gpus()))).toList();
        table.getItems().setAll(lines);
        double rows = Math.clamp(lines.size(), 2, MOST_ROWS_SHOWN);
        setStyle("-fx-min-height: " + (HEAD_EM + rows * ROW_EM) + "em; -fx-pref-height: " + (HEAD_EM + rows * ROW_EM)
                + "em; -fx-max-height: " + (HEAD_EM + rows * ROW_EM) + "em;");
    }

    private void metric(String title, double em, Metric metric) {
        number(title, em, line -> text(line, metric));
    }

    private String text(Line line, Metric metric) {
        return line.found.map(f -> SearchText.value(f, metric, format)).orElse("");
    }

    private void number(String title, double em, Function<Line, String> text) {
        column(title, em, text).getStyleClass().add("number-column");
    }

    private TableColumn<Line, String> column(String title, double em, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setSortable(false);
        return add(column, em);
    }
}
