package io.headroom.ui.search;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Every accelerator beside the others: its best layout, or why it has none; a click on a heading sorts. */
final class GpuTable extends FoundTable<GpuTable.Line> {

    /** What the longest name of an accelerator takes besides. */
    private static final double LONG_NAME_EM = 6;

    /** One accelerator as it is shown. */
    record Line(GpuChoice choice, Optional<Found> found) {

        double metric(Metric metric) {
            return found.map(f -> f.estimate().get(metric)).orElse(Double.NaN);
        }
    }

    private Formatter format;
    private Plan plan;

    GpuTable(Consumer<Found> onAdopt) {
        super("search.accelerators", "Accelerators beside each other", onAdopt);
        text("GPU", 12, line -> line.choice.gpu().name()
                + (line.choice.gpu().equals(plan.hardware().gpu()) ? " (plan)" : ""));
        text("Best layout, or why there is none", 17, line -> line.found.map(f -> LayoutLabel.of(f.plan()))
                .orElse(line.choice.whyNot(format)));
        number("GPUs", 4, Dimension.COUNT, line -> line.metric(Metric.GPUS));
        number("TTFT", 5.2, Dimension.SECONDS, line -> line.metric(Objective.LOWEST_TTFT.metric(plan).orElseThrow()));
        number("TPOT", 5.2, Dimension.SECONDS, line -> line.metric(Objective.LOWEST_TPOT.metric(plan).orElseThrow()));
        number("tok/s/GPU", 7, Dimension.TOKENS_PER_SECOND, line -> line.metric(Metric.OUTPUT_TOKENS_PER_GPU));
        number("Memory", 5.4, Dimension.BYTES, line -> line.metric(Metric.MEMORY_TOTAL));
        number("$/GPU-h", 6, Dimension.DOLLARS, line -> line.choice.hardware().pricePerGpuHour());
        number("$/1M", 5.4, Dimension.DOLLARS, line -> line.metric(Metric.COST_PER_MILLION_TOKENS));
        table.getColumns().getFirst().getStyleClass().add("first-column");
        laidOut();
    }

    @Override
    Optional<Found> found(Line line) {
        return line.found;
    }

    @Override
    double more(int i, double left, double em) {
        // names and then layouts have what is left
        double names = Math.clamp(left, 0, LONG_NAME_EM * em);
        return i == 0 ? names : i == 1 ? Math.max(0, left) - names : 0;
    }

    void show(List<GpuChoice> choices, Plan asked, Objective objective, Formatter with) {
        plan = asked;
        format = with;
        SortedList<Line> lines = new SortedList<>(FXCollections.observableArrayList(GpuChoice.ranked(choices, objective)
                .stream().map(choice -> new Line(choice, choice.best(objective))).toList()));
        table.setItems(lines);
        lines.comparatorProperty().bind(table.comparatorProperty());
        table.refresh();
    }

    private void text(String title, double em, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TippedCell<>());
        add(column, em);
    }

    private void number(String title, double em, Dimension dimension, ToDoubleFunction<Line> value) {
        TableColumn<Line, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Double item, boolean isEmpty) {
                super.updateItem(item, isEmpty);
                // a price that nobody knows
                boolean hasLayout = getTableRow() != null && getTableRow().getItem() != null
                        && getTableRow().getItem().found.isPresent();
                setText(isEmpty || item == null || item.isNaN() && !hasLayout ? null : format.text(item, dimension));
            }
        });
        column.getStyleClass().add("number-column");
        add(column, em);
    }
}
