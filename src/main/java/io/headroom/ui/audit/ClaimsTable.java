package io.headroom.ui.audit;

import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.session.audit.Standing;
import io.headroom.ui.theme.StyleClasses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** A line a claim, in the order of the text until a column is clicked. */
final class ClaimsTable extends StackPane {

    private static final Comparator<ClaimRow> BY_DISTANCE = Comparator.comparingDouble(
            row -> Double.isNaN(row.distance()) ? -1 : row.distance());

    private final TableView<ClaimRow> table = new TableView<>();
    private final Consumer<Optional<ClaimRow>> onChosen;
    private List<ClaimRow> rows = List.of();
    private boolean isFilling;

    ClaimsTable(Consumer<Optional<ClaimRow>> onChosen) {
        this.onChosen = onChosen;
        table.setId("audit.table");
        table.setAccessibleText("Claims");
        table.setPlaceholder(new Label("No claim is chosen above."));
        table.getStyleClass().addAll("validation-table", "audit-table");
        add("Line", 46, row -> ClaimText.line(row.claim()), Comparator.comparingInt(ClaimRow::place), "number-column");
        add("As the text says it", 300, row -> row.claim().text(), byText(row -> row.claim().text()), "");
        add("Plan", 104, row -> ClaimText.plan(row.claim()), byText(row -> ClaimText.plan(row.claim())), "");
        add("Read as", 168, row -> ClaimText.reading(row.claim()), byText(row -> ClaimText.reading(row.claim())), "");
        add("Claimed", 100, row -> ClaimText.claimed(row.claim()), null, "number-column");
        add("Computed", 100, ClaimText::computed, null, "number-column");
        add("Bound", 112, ClaimText::bound, null, "number-column");
        add("Ratio", 62, ClaimText::ratio, BY_DISTANCE, "number-column");
        TableColumn<ClaimRow, ClaimRow> verdict = add("Verdict", 168, ClaimText::verdict,
                Comparator.comparingInt(ClaimRow::rank).thenComparingInt(ClaimRow::place), "");
        verdict.setCellFactory(_ -> new VerdictCell());
        add("Likely mistake", 260, row -> row.audited().flatMap(a -> a.mistake()).orElse(""),
                byText(row -> row.audited().flatMap(a -> a.mistake()).orElse("")), "");
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!isFilling) {
                onChosen.accept(Optional.ofNullable(row));
            }
        });
        getChildren().add(table);
    }

    void show(List<ClaimRow> now) {
        if (now.equals(rows)) {
            return;
        }
        rows = now;
        ClaimRow chosen = table.getSelectionModel().getSelectedItem();
        isFilling = true;
        table.getItems().setAll(rows);
        table.sort();
        Optional<ClaimRow> again = again(chosen);
        table.getSelectionModel().clearSelection();
        again.ifPresent(row -> table.getSelectionModel().select(row));
        isFilling = false;
        onChosen.accept(again);
    }

    // the claim that was chosen before; at first the first that is off
    private Optional<ClaimRow> again(ClaimRow chosen) {
        Optional<ClaimRow> same = chosen == null ? Optional.empty()
                : rows.stream().filter(row -> row.claim().equals(chosen.claim())).findFirst();
        return same.or(() -> table.getItems().stream().filter(row -> row.standing() == Standing.OFF).findFirst())
                .or(() -> table.getItems().stream().findFirst());
    }

    private TableColumn<ClaimRow, ClaimRow> add(String title, double width, Function<ClaimRow, String> text,
            Comparator<ClaimRow> order, String styleClass) {
        TableColumn<ClaimRow, ClaimRow> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TextCell(text, styleClass.isEmpty()));
        column.setSortable(order != null);
        column.setComparator(order);
        column.setReorderable(false);
        column.setPrefWidth(width);
        if (!styleClass.isEmpty()) {
            column.getStyleClass().add(styleClass);
        }
        table.getColumns().add(column);
        return column;
    }

    private static Comparator<ClaimRow> byText(Function<ClaimRow, String> text) {
        return Comparator.comparing(text).thenComparingInt(ClaimRow::place);
    }

    /** Words, with all of them in a tooltip where they may be cut; or a number at the right edge. */
    private static final class TextCell extends TableCell<ClaimRow, ClaimRow> {

        private final Function<ClaimRow, String> text;
        private final Tooltip tip;

        TextCell(Function<ClaimRow, String> text, boolean isWords) {
            this.text = text;
            this.tip = isWords ? new Tooltip() : null;
            if (!isWords) {
                getStyleClass().add("hr-number");
            } else {
                tip.setWrapText(true);
                tip.setMaxWidth(600);
            }
        }

        @Override
        protected void updateItem(ClaimRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            String words = isEmpty || row == null ? null : text.apply(row);
            setText(words);
            if (tip != null) {
                setTooltip(words == null || words.isEmpty() ? null : tip);
                tip.setText(words);
            }
        }
    }

    /** A sign, a word and a colour. */
    private static final class VerdictCell extends TableCell<ClaimRow, ClaimRow> {

        @Override
        protected void updateItem(ClaimRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            boolean isThere = !isEmpty && row != null;
            setText(isThere ? ClaimText.verdict(row) : null);
            StyleClasses.choose(this, VerdictLook.ALL, isThere ? VerdictLook.of(row) : "");
        }
    }
}
