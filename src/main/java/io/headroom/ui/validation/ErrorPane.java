package io.headroom.ui.validation;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.session.validation.Comparison.Line;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.RowText;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.theme.NameConverter;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.TextScale;
import io.headroom.validate.Grouping;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The table of errors; its groups carry the marks of the chart, and the chosen one is lit up there. */
final class ErrorPane extends StackPane {

    private static final List<Grouping> GROUPINGS = List.of(Grouping.ENGINE, Grouping.GPU, Grouping.MODEL,
            Grouping.FAMILY, Grouping.PRECISION, Grouping.BATCH, Grouping.SOURCE, Grouping.TIER);
    private static final double NAME_WIDTH = 118;
    private static final double NUMBER_WIDTH = 61;
    private static final double BIAS_WIDTH = 70;
    private static final String BIAS = "Bias";

    private final ValidationSession session;
    private final TableView<Line> table = new TableView<>();
    private final ComboBox<Grouping> grouping = new ComboBox<>();
    private Comparison comparison;
    private Formatter format;
    private boolean isFilling;

    ErrorPane(ValidationSession session, ObservableValue<Palette> palette) {
        this.session = session;
        table.setId("validation.errors");
        table.setAccessibleText("Errors by group");
        table.setPlaceholder(new Label("No rows"));
        table.getStyleClass().add("validation-table");
        TableColumn<Line, Line> name = new TableColumn<>("Group");
        name.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        name.setCellFactory(_ -> new GroupCell(palette, group -> ScatterText.marks(comparison).get(group)));
        name.setComparator((a, b) -> a.group().compareTo(b.group()));
        name.getStyleClass().add("first-column");
        table.getColumns().add(name);
        number("Rows", l -> l.statistics().count(), (f, v) -> f.value(v, Dimension.COUNT));
        number("Median", l -> l.statistics().medianAbsolute(), Formatter::share);
        number("p90", l -> l.statistics().p90Absolute(), Formatter::share);
        number(BIAS, l -> l.statistics().bias(), (f, v) -> RowText.signed(v, f));
        number("≤ 10 %", l -> l.statistics().within10(), Formatter::share);
        number("≤ 25 %", l -> l.statistics().within25(), Formatter::share);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> light(line == null ? "" : line.group()));
        grouping.getItems().setAll(GROUPINGS);
        grouping.setAccessibleText("Group errors by");
        grouping.setId("validation.grouping");
        NameConverter.use(grouping, value -> "by " + value.label());
        grouping.setOnAction(e -> {
            if (!isFilling) {
                session.selectionProperty().set(session.selectionProperty().get().withGrouping(grouping.getValue()));
            }
        });
        getChildren().addAll(new TextScale(this::scale), table);
    }

    private void scale(double now) {
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setPrefWidth(now * (column == table.getColumns().getFirst() ? NAME_WIDTH
                    : column.getText().equals(BIAS) ? BIAS_WIDTH : NUMBER_WIDTH));
        }
    }

    /** The choice of the groups, to be put above the table. */
    ComboBox<Grouping> grouping() {
        return grouping;
    }

    void show(ValidationShown now) {
        boolean isSame = comparison != null && comparison.lines().equals(now.comparison().lines());
        comparison = now.comparison();
        format = now.shown().format();
        isFilling = true;
        grouping.setValue(comparison.selection().grouping());
        if (!isSame) {
            table.getItems().setAll(comparison.lines());
            table.sort();
        }
        if (comparison.selection().group().isEmpty()) {
            table.getSelectionModel().clearSelection();
        }
        isFilling = false;
    }

    private void light(String group) {
        Selection now = session.selectionProperty().get();
        if (!isFilling && !now.group().equals(group)) {
            session.selectionProperty().set(now.withGroup(group));
        }
    }

    private void number(String title, ToDoubleFunction<Line> value, BiFunction<Formatter, Double, String> text) {
        TableColumn<Line, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(c.getValue())));
        column.setCellFactory(_ -> new NumberCell<>(v -> text.apply(format, v)));
        column.getStyleClass().add("number-column");
        table.getColumns().add(column);
    }
}
