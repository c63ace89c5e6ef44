package io.headroom.ui.compare;

import io.headroom.explore.compare.Comparison;
import io.headroom.explore.compare.Row;
import io.headroom.format.Formatter;
import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.TextScale;
import io.headroom.ui.theme.Unbroken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;

/** The plans of the review as columns, what differs first, and in words how the plan on screen differs. */
final class ComparePane extends VBox {

    private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");
    private static final double NAME_WIDTH = 270;
    private static final double PLAN_WIDTH = 190;
    private static final double MORE_FOR_NUMBERS = 30;
    private static final double SCROLL_BAR = 16;
    private static final double LEAST_BAR = 120;

    /** How a number stands beside the baseline's. */
    private enum Change { NONE, ABSOLUTE, PERCENT }

    private final PlanSession session;
    private final Label words = new Label();
    private final TableView<Line> table = new TableView<>();
    private final CheckBox onlyDifferences = new CheckBox("Only what differs");
    private Comparison comparison;
    private Review compared;
    private List<String> columns = List.of();
    private Change change = Change.PERCENT;
    private Formatter format;
    private double scale = 1;

    ComparePane(PlanSession session) {
        this.session = session;
        getStyleClass().add("compare");
        words.setWrapText(true);
        words.setId("compare.words");
        words.setMinHeight(USE_PREF_SIZE);
        onlyDifferences.setSelected(true);
        onlyDifferences.setOnAction(e -> fill());
        widthProperty().subscribe(this::size);
        SegmentedButton kinds = new SegmentedButton(kind("Values", Change.NONE), kind("± absolute", Change.ABSOLUTE),
                kind("± percent", Change.PERCENT));
        kinds.getButtons().getLast().setSelected(true);
        HBox choices = new HBox(onlyDifferences, kinds);
        choices.getStyleClass().add("compare-choices");
        table.setId("compare.table");
        table.setAccessibleText("Plans side by side");
        table.setPlaceholder(new Label("Nothing differs: add a copy of the plan and change it."));
        table.setRowFactory(view -> row());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(new TextScale(this::scale), words, choices, table);
    }

    void show(Shown shown) {
        Review review = session.reviewProperty().get();
        boolean isSame = review == compared && format != null && format.byteUnits() == shown.format().byteUnits();
        boolean isOtherUnit = format != null && format.byteUnits() != shown.format().byteUnits();
        format = shown.format();
        if (!isSame) {
            compared = review;
            comparison = Comparison.of(review);
            columns();
            fill();
        }
        if (isOtherUnit) {
            table.refresh();
        }
        String name = shown.now().plan().name();
        words.setText(session.index() == comparison.baseline() ? name + " is the baseline."
                : name + " against " + comparison.plans().get(comparison.baseline()).plan().name() + ": "
                        + Unbroken.of(comparison.words(session.index(), format)));
    }

    private void scale(double now) {
        scale = now;
        size();
    }

    /** Columns follow the text; what is left goes to numbers first, then to bars; the table ends where they end. */
    private void size() {
        if (comparison == null || table.getColumns().isEmpty()) {
            return;
        }
        int plans = comparison.plans().size();
        double left = getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR
                - (NAME_WIDTH + plans * PLAN_WIDTH) * scale;
        double more = Math.clamp(left / plans, 0, MORE_FOR_NUMBERS * scale);
        double bar = Math.floor((left - plans * more) / Math.max(1, plans - 1));
        boolean hasBars = change != Change.NONE && bar >= LEAST_BAR * scale;
        more = hasBars ? more : Math.clamp(left / plans, 0, 2 * MORE_FOR_NUMBERS * scale);
        double all = 0;
        for (TableColumn<Line, ?> column : table.getColumns()) {
            boolean isBar = column.getStyleClass().contains(ChangeBar.STYLE);
            column.setVisible(!isBar || hasBars);
            column.setPrefWidth(isBar ? bar : all == 0 ? NAME_WIDTH * scale : PLAN_WIDTH * scale + more);
            all += column.isVisible() ? column.getPrefWidth() : 0;
        }
        table.setMaxWidth(all + SCROLL_BAR);
    }

    private void columns() {
        List<String> names = new ArrayList<>(comparison.plans().stream().map(p -> p.plan().name()).toList());
        names.add(String.valueOf(comparison.baseline()));
        if (names.equals(columns)) {
            return;
        }
        columns = names;
        List<TableColumn<Line, Row>> made = new ArrayList<>();
        TableColumn<Line, Row> name = column("");
        name.setCellFactory(_ -> new NameCell());
        made.add(name);
        for (int i = 0; i < comparison.plans().size(); i++) {
            int plan = i;
            TableColumn<Line, Row> column = column((char) ('A' + i) + "  " + names.get(i)
                    + (i == comparison.baseline() ? "  △" : ""));
            column.setCellFactory(_ -> new NumberCell(plan));
            column.getStyleClass().add("numbers");
            made.add(column);
            if (i != comparison.baseline()) {
                made.add(bars(plan));
            }
        }
        table.getColumns().setAll(made);
        size();
    }

    private TableColumn<Line, Row> bars(int plan) {
        TableColumn<Line, Row> column = column("");
        column.setCellFactory(_ -> new BarCell(plan));
        column.setGraphic(ChangeBar.axis());
        column.getStyleClass().add(ChangeBar.STYLE);
        return column;
    }

    /** Writes rows into the lines of those before: only cells whose row is another one are told. */
    private void fill() {
        List<Row> rows = Stream.concat(comparison.inputs().stream(), comparison.metrics().stream())
                .filter(row -> !onlyDifferences.isSelected() || row.differs(comparison.baseline())).toList();
        List<Line> lines = table.getItems();
        for (int i = 0; i < Math.min(rows.size(), lines.size()); i++) {
            lines.get(i).show(rows.get(i));
        }
        if (lines.size() > rows.size()) {
            table.getItems().remove(rows.size(), lines.size());
        } else {
            table.getItems().addAll(rows.subList(lines.size(), rows.size()).stream().map(Line::new).toList());
        }
    }

    private String difference(Row row, int plan) {
        int base = comparison.baseline();
        if (plan == base || change == Change.NONE || !(row instanceof Row.Numbers n)
                || n.difference(plan, base) == 0 || !Double.isFinite(n.difference(plan, base))) {
            return "";
        }
        return change == Change.ABSOLUTE ? format.delta(n.difference(plan, base), n.dimension())
                : percent(n.change(plan, base));
    }

    private String percent(double relative) {
        String share = format.share(relative);
        return relative > 0 ? "+" + share : share;
    }

    private ToggleButton kind(String text, Change kind) {
        ToggleButton button = new ToggleButton(text);
        button.setOnAction(e -> {
            button.setSelected(true);
            change = kind;
            size();
            table.refresh();
        });
        return button;
    }

    private TableRow<Line> row() {
        return new TableRow<>() {

            private Subscription seen = Subscription.EMPTY;

            @Override
            protected void updateItem(Line item, boolean isEmpty) {
                super.updateItem(item, isEmpty);
                seen.unsubscribe();
                seen = isEmpty || item == null ? Subscription.EMPTY : item.row.subscribe(row ->
                        pseudoClassStateChanged(SAME, !row.differs(comparison.baseline())));
            }
        };
    }

    private static TableColumn<Line, Row> column(String title) {
        TableColumn<Line, Row> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> cell.getValue().row);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A line of the table, which shows now one row and now another: to make lines costs more than to change their words. */
    static final class Line {

        private final ObjectProperty<Row> row = new SimpleObjectProperty<>(this, "row");

        private Line(Row row) {
            this.row.set(row);
        }

        private void show(Row now) {
            if (!now.equals(row.get())) {
                row.set(now);
            }
        }

        /** What it shows now. */
        Row row() {
            return row.get();
        }
    }

    /** What a line is about. */
    private static final class NameCell extends TableCell<Line, Row> {

        @Override
        protected void updateItem(Row item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            setText(isEmpty || item == null ? null : item.name());
        }
    }

    /** How far a plan is from the baseline, as a bar. */
    private final class BarCell extends TableCell<Line, Row> {

        private final int plan;
        private final ChangeBar bar = new ChangeBar();

        BarCell(int plan) {
            this.plan = plan;
            setGraphic(bar);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(Row item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            bar.show(!isEmpty && item instanceof Row.Numbers n ? n.change(plan, comparison.baseline()) : Double.NaN);
        }
    }

    /** A plan's value and, in a column of its own, how it differs: both stand in line from row to row. */
    private final class NumberCell extends TableCell<Line, Row> {

        private final int plan;
        private final Label difference = new Label();

        NumberCell(int plan) {
            this.plan = plan;
            difference.getStyleClass().add("compare-difference");
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        protected void updateItem(Row item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            boolean isBlank = isEmpty || item == null;
            setText(isBlank ? null : item.text(plan, format));
            difference.setText(isBlank ? "" : difference(item, plan));
            setGraphic(isBlank || plan == comparison.baseline() || change == Change.NONE ? null : difference);
        }
    }
}
