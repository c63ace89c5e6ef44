package io.headroom.ui.validation.fit;

import io.headroom.session.fit.FitRow;
import io.headroom.session.fit.FitSession;
import io.headroom.session.validation.RowText;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.theme.TextScale;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** Every measurement of one's own: whether it is used, and how far estimates are from it before and after. */
final class MeasurementTable extends StackPane {

    private static final double USE_WIDTH = 50;
    private static final double SYSTEM_WIDTH = 150;
    private static final double QUANTITY_WIDTH = 158;
    private static final double NUMBER_WIDTH = 84;
    private static final double ERROR_WIDTH = 68;
    private static final double NOTE_WIDTH = 118;
    // names may be shortened by so much before the last column goes
    private static final double NOTE_GIVES_WAY = 0.97;
    private static final double LEAST_WORDS = 0.5;
    private static final double SCROLL_BAR = 16;
    private static final Set<String> FIXED = Set.of("number-column", "use-column");

    private final FitSession session;
    private final TableView<FitRow> table = new TableView<>();
    private final TableColumn<FitRow, FitRow> after;
    private final TableColumn<FitRow, FitRow> note;
    private final Map<TableColumn<FitRow, FitRow>, Double> widths = new LinkedHashMap<>();
    private double scale = 1;
    private Map<String, FitRow> found = Map.of();
    private FitShown shown;

    MeasurementTable(FitSession session) {
        this.session = session;
        table.setId("fit.rows");
        table.setAccessibleText("Your own measurements, predicted against measured");
        table.setPlaceholder(placeholder());
        table.getStyleClass().add("validation-table");
        TableColumn<FitRow, FitRow> use = column("Use", USE_WIDTH, UseCell::new);
        use.getStyleClass().addAll("use-column", "first-column");
        table.getColumns().add(use);
        table.getColumns().add(words("System", SYSTEM_WIDTH, r -> r.own().system()));
        table.getColumns().add(words("Measurement", QUANTITY_WIDTH, r -> r.own().quantity()));
        table.getColumns().add(number("Measured", NUMBER_WIDTH, false, r -> text(r, r.own().sample().measured())));
        table.getColumns().add(number("Predicted", NUMBER_WIDTH, false, r -> text(r, r.predicted())));
        table.getColumns().add(number("Error", ERROR_WIDTH, false, r -> error(r.error())));
        after = number("After fit", NUMBER_WIDTH, true, r -> text(r, r.fitted()));
        table.getColumns().add(after);
        table.getColumns().add(number("Error", ERROR_WIDTH, true, r -> error(r.errorAfter())));
        note = words("", NOTE_WIDTH, this::note);
        table.getColumns().add(note);
        table.setOnKeyPressed(event -> {
            FitRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null && row.isUsable()) {
                session.choose(row.own().id(), !row.isChosen());
                event.consume();
            }
        });
        table.widthProperty().subscribe(this::size);
        getChildren().addAll(new TextScale(this::scale), table);
    }

    private void scale(double now) {
        scale = now;
        size();
    }

    /** Numbers are never cut; where larger text leaves no room for it, what a tick says too gives way. */
    private void size() {
        double all = sum(widths.keySet());
        double room = table.getWidth() - SCROLL_BAR;
        note.setVisible(room >= all * NOTE_GIVES_WAY);
        List<TableColumn<FitRow, FitRow>> words = widths.keySet().stream()
                .filter(column -> column.isVisible() && !isFixed(column)).toList();
        double left = room - sum(widths.keySet().stream().filter(column -> column.isVisible()).toList());
        // what is over or lacking goes to words, by their widths; far too little makes the table scroll
        double factor = Math.max(LEAST_WORDS, 1 + left / sum(words));
        widths.forEach((column, width) -> column.setPrefWidth(width * scale * (isFixed(column) ? 1 : factor)));
    }

    private double sum(Collection<TableColumn<FitRow, FitRow>> columns) {
        return columns.stream().mapToDouble(column -> widths.get(column) * scale).sum();
    }

    private static boolean isFixed(TableColumn<FitRow, FitRow> column) {
        return column.getStyleClass().stream().anyMatch(FIXED::contains);
    }

    void show(FitShown now) {
        boolean isSame = shown != null && now.table().equals(shown.table()) && now.state().equals(shown.state())
                && now.format().byteUnits() == shown.format().byteUnits();
        shown = now;
        if (isSame) {
            return;
        }
        found = now.after();
        after.setText(now.isOld() ? "After (old)" : "After fit");
        int selected = table.getSelectionModel().getSelectedIndex();
        List<FitRow> rows = now.table().rows();
        table.getItems().setAll(rows);
        if (selected >= 0 && selected < rows.size()) {
            table.getSelectionModel().select(selected);
        }
        table.refresh();
    }

    private String note(FitRow row) {
        FitRow fitted = found.get(row.own().id());
        if (!row.isUsable()) {
            return "no estimate";
        }
        return fitted == null ? "" : shown.isOld() ? "before the change" : fitted.isChosen() ? "used in the fit"
                : "not used in the fit";
    }

    private String text(FitRow row, double value) {
        return Double.isNaN(value) ? "" : shown.format().text(value, row.own().dimension());
    }

    private String error(double value) {
        return Double.isNaN(value) ? "" : RowText.signed(value, shown.format());
    }

    private static Label placeholder() {
        Label label = new Label("No measurements of your own yet. Give plans figures of kind \"measured\",\n"
                + "or import a CSV of measurements.");
        label.setWrapText(true);
        return label;
    }

    private TableColumn<FitRow, FitRow> words(String title, double width, Function<FitRow, String> text) {
        return column(title, width, () -> new TextCell(text, false));
    }

    private TableColumn<FitRow, FitRow> number(String title, double width, boolean isAfter,
            Function<FitRow, String> text) {
        TableColumn<FitRow, FitRow> column = column(title, width, () -> new TextCell(text, isAfter));
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<FitRow, FitRow> column(String title, double width,
            java.util.function.Supplier<TableCell<FitRow, FitRow>> cell) {
        TableColumn<FitRow, FitRow> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(_ -> cell.get());
        widths.put(column, width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A text; what is cut off is told in a tooltip. */
    private final class TextCell extends TableCell<FitRow, FitRow> {

        private final Function<FitRow, String> text;
        private final boolean isAfter;
        private final Hint hint = Hint.on(this);

        TextCell(Function<FitRow, String> text, boolean isAfter) {
            this.text = text;
            this.isAfter = isAfter;
        }

        @Override
        protected void updateItem(FitRow item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            FitRow row = isEmpty || item == null ? null : isAfter ? found.get(item.own().id()) : item;
            setText(row == null ? null : text.apply(row));
            hint.say(row == null ? "" : item.own().system() + ": " + item.own().quantity());
            StyleClasses.toggle(this, "hr-stale", row != null && (isAfter && shown.isOld() || !row.isUsable()));
        }
    }

    /** Whether a measurement is used. */
    private final class UseCell extends TableCell<FitRow, FitRow> {

        private final CheckBox box = new CheckBox();

        UseCell() {
            box.setFocusTraversable(false);
            box.setOnAction(e -> session.choose(getItem().own().id(), box.isSelected()));
        }

        @Override
        protected void updateItem(FitRow item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            setGraphic(isEmpty || item == null ? null : box);
            if (!isEmpty && item != null) {
                box.setSelected(item.isChosen());
                box.setDisable(!item.isUsable());
                box.setId("fit.use." + item.own().id());
                box.setAccessibleText("Use " + item.own().system() + ", " + item.own().quantity());
            }
        }
    }
}
