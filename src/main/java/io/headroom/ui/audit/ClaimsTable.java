package io.headroom.ui.audit;

import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.session.audit.Standing;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.theme.TextScale;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** A line a claim, in the order of the text until a column is clicked. */
final class ClaimsTable extends StackPane {

    private static final double SCROLL_BAR = 16;
    private static final String FIRST = "first-column";
    private static final int LINES_ABOVE = 3;
    private static final Comparator<ClaimRow> BY_DISTANCE = Comparator.comparingDouble(
            row -> Double.isNaN(row.distance()) ? -1 : row.distance());

    private final TableView<ClaimRow> table = new TableView<>();
    private final Map<TableColumn<ClaimRow, ClaimRow>, Double> widths = new LinkedHashMap<>();
    private final TableColumn<ClaimRow, ClaimRow> line;
    private final TableColumn<ClaimRow, ClaimRow> text;
    private final TableColumn<ClaimRow, ClaimRow> plan;
    private final TableColumn<ClaimRow, ClaimRow> read;
    private final TableColumn<ClaimRow, ClaimRow> mistake;
    private final List<TableColumn<ClaimRow, ClaimRow>> spared;
    private final Consumer<Optional<ClaimRow>> onChosen;
    private List<ClaimRow> rows = List.of();
    private double scale = 1;
    private boolean isFilling;

    ClaimsTable(Consumer<Optional<ClaimRow>> onChosen) {
        this.onChosen = onChosen;
        table.setId("audit.table");
        table.setAccessibleText("Claims");
        table.setPlaceholder(new Label("No claim is chosen above."));
        table.getStyleClass().addAll("validation-table", "audit-table");
        line = number("Line", 46, row -> ClaimText.line(row.claim()), Comparator.comparingInt(ClaimRow::place));
        text = words("As the text says it", 180, row -> row.claim().text());
        plan = words("Plan", 90, row -> ClaimText.plan(row.claim()));
        read = words("Read as", 160, row -> ClaimText.reading(row.claim()));
        number("Claimed", 120, row -> ClaimText.claimed(row.claim()), null);
        number("Computed", 120, ClaimText::computed, null);
        TableColumn<ClaimRow, ClaimRow> bound = number("Bound", 122, ClaimText::bound, null);
        number("Ratio", 92, ClaimText::ratio, BY_DISTANCE);
        TableColumn<ClaimRow, ClaimRow> verdict = column("Verdict", 180,
                Comparator.comparingInt(ClaimRow::rank).thenComparingInt(ClaimRow::place));
        verdict.setCellFactory(_ -> new ClaimCell.Verdict());
        mistake = words("Likely mistake", 140,
                row -> row.audited().flatMap(a -> a.mistake()).orElse(""));
        line.getStyleClass().add(FIRST);
        text.getStyleClass().add(FIRST);
        spared = List.of(mistake, text, bound);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!isFilling) {
                onChosen.accept(Optional.ofNullable(row));
            }
        });
        TextScale ruler = new TextScale(now -> {
            scale = now;
            size();
        });
        table.widthProperty().subscribe(this::size);
        getChildren().addAll(ruler, table);
    }

    /**
     * Shows claims.
     *
     * @param isOfReport whether they have lines: figures of plans have a source instead
     */
    void show(List<ClaimRow> now, boolean isOfReport) {
        if (line.isVisible() != isOfReport) {
            line.setVisible(isOfReport);
            size();
        }
        text.setText(isOfReport ? "As the text says it" : "Source");
        if (now.equals(rows)) {
            return;
        }
        rows = now;
        size();
        ClaimRow chosen = table.getSelectionModel().getSelectedItem();
        isFilling = true;
        table.getItems().setAll(rows);
        table.sort();
        Optional<ClaimRow> again = again(chosen);
        table.getSelectionModel().clearSelection();
        again.ifPresent(row -> table.getSelectionModel().select(row));
        if (chosen == null && again.isPresent()) {
            // the first that is off may be far down; a few lines above it show where it stands
            table.scrollTo(Math.max(0, table.getItems().indexOf(again.get()) - LINES_ABOVE));
        }
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

    /** Gives every column its width; what is left goes to words that are often cut. */
    private void size() {
        if (table.getWidth() <= 0) {
            return;
        }
        // large text in a narrow window: what the claim below says too gives way, so that the verdict is never cut;
        // each column once, as the toolkit makes its headings anew with every change
        double room = left() - spared.stream().filter(column -> !column.isVisible()).mapToDouble(this::width).sum();
        for (TableColumn<ClaimRow, ClaimRow> column : spared) {
            boolean givesWay = room < 0;
            room += givesWay ? width(column) : 0;
            column.setVisible(!givesWay);
        }
        StyleClasses.toggle(plan, FIRST, !text.isVisible() && !line.isVisible());
        double left = Math.max(0, left());
        boolean hasMistakes = rows.stream().anyMatch(row -> row.audited().flatMap(a -> a.mistake()).isPresent());
        List<TableColumn<ClaimRow, ClaimRow>> wide = Stream.of(text, mistake, read)
                .filter(column -> column.isVisible() && (hasMistakes || column != mistake)).limit(2).toList();
        widths.forEach((column, width) -> column.setPrefWidth(width * scale + (wide.contains(column) ? left / wide.size() : 0)));
    }

    private double width(TableColumn<ClaimRow, ClaimRow> column) {
        return widths.get(column) * scale;
    }

    private double left() {
        double needed = widths.keySet().stream().filter(TableColumn::isVisible).mapToDouble(this::width).sum();
        return table.getWidth() - SCROLL_BAR - needed;
    }

    private TableColumn<ClaimRow, ClaimRow> words(String title, double width, Function<ClaimRow, String> words) {
        TableColumn<ClaimRow, ClaimRow> column = column(title, width,
                Comparator.comparing(words).thenComparingInt(ClaimRow::place));
        column.setCellFactory(_ -> new ClaimCell(words, false));
        return column;
    }

    private TableColumn<ClaimRow, ClaimRow> number(String title, double width, Function<ClaimRow, String> words,
            Comparator<ClaimRow> order) {
        TableColumn<ClaimRow, ClaimRow> column = column(title, width, order);
        column.setCellFactory(_ -> new ClaimCell(words, true));
        column.getStyleClass().add("number-column");
        return column;
    }

    private TableColumn<ClaimRow, ClaimRow> column(String title, double width, Comparator<ClaimRow> order) {
        TableColumn<ClaimRow, ClaimRow> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setSortable(order != null);
        column.setComparator(order);
        column.setReorderable(false);
        widths.put(column, width);
        table.getColumns().add(column);
        return column;
    }
}
