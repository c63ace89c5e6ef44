package io.headroom.ui.validation;

import io.headroom.format.Formatter;
import io.headroom.session.validation.Point;
import io.headroom.session.validation.RowText;
import io.headroom.ui.theme.Hint;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The same rows as the chart as a table; the chosen one is ringed there. */
final class RowsPane extends StackPane {

    private static final double NAME_WIDTH = 250;
    private static final double NUMBER_WIDTH = 82;

    private final TableView<Point> table = new TableView<>();
    private List<Point> points = List.of();
    private ValidationShown shown;

    /** @param onPicked told the id of the row that is chosen, empty where none is */
    RowsPane(Consumer<String> onPicked) {
        table.setId("validation.rows.table");
        table.setAccessibleText("Rows of the chart");
        table.setPlaceholder(new Label("No rows"));
        table.getStyleClass().add("validation-table");
        TableColumn<Point, String> name = new TableColumn<>("Row");
        name.setCellValueFactory(c -> new ReadOnlyStringWrapper(
                (c.getValue().isOwn() ? "◆ " : "") + c.getValue().row().id()));
        name.setCellFactory(_ -> new NameCell());
        name.setPrefWidth(NAME_WIDTH);
        name.getStyleClass().add("first-column");
        table.getColumns().add(name);
        number("Error", p -> p.row().error(), (f, v) -> RowText.signed(v, f));
        number("Measured", Point::measured, this::text);
        number("Predicted", Point::estimated, this::text);
        table.getSelectionModel().selectedItemProperty().subscribe(
                point -> onPicked.accept(point == null ? "" : point.row().id()));
        getChildren().add(table);
    }

    void show(ValidationShown now) {
        shown = now;
        if (!points.equals(now.comparison().points())) {
            points = now.comparison().points();
            table.getItems().setAll(points);
            table.sort();
        }
    }

    /** Tells in a tooltip what is cut off. */
    private final class NameCell extends TableCell<Point, String> {

        private final Hint hint = Hint.on(this);

        @Override
        protected void updateItem(String item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            Point point = isEmpty || getTableRow() == null ? null : getTableRow().getItem();
            setText(point == null ? null : item);
            hint.say(point == null ? "" : RowText.of(point, shown.shown().format()));
        }
    }

    private String text(Formatter format, double value) {
        return format.text(value, shown.comparison().selection().scope().dimension());
    }

    private void number(String title, ToDoubleFunction<Point> value, BiFunction<Formatter, Double, String> text) {
        TableColumn<Point, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(c.getValue())));
        column.setCellFactory(_ -> new NumberCell<>(v -> text.apply(shown.shown().format(), v)));
        column.getStyleClass().add("number-column");
        column.setPrefWidth(NUMBER_WIDTH);
        table.getColumns().add(column);
    }
}
