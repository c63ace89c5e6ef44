package io.headroom.ui.search;

import io.headroom.explore.search.Found;
import io.headroom.ui.theme.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * Lines that may have a layout: a double click or Enter adopts it. Columns are as wide as their text is large.
 *
 * @param <L> a line
 */
abstract class FoundTable<L> extends StackPane {

    /** Pixels that borders and a scroll bar at the right take. */
    private static final double EDGES = 16;

    final TableView<L> table = new TableView<>();
    private final Label size = new Label();
    private final List<Double> ems = new ArrayList<>();

    /** Without columns; {@link #laidOut} ends their adding. */
    FoundTable(String id, String accessibleText, Consumer<Found> onAdopt) {
        table.setId(id);
        table.setAccessibleText(accessibleText);
        table.getStyleClass().add("search-table");
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                chosen().ifPresent(onAdopt);
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(onAdopt);
                e.consume();
            }
        });
        // for the size of its text only
        size.setVisible(false);
        getChildren().addAll(size, table);
    }

    abstract Optional<Found> found(L line);

    /**
     * Where what is left of the width goes.
     *
     * @param left pixels, less than 0 where the columns want more than there is
     * @param em size of the text in pixels
     * @return what column {@code i} has besides its own
     */
    abstract double more(int i, double left, double em);

    /** The layout of the row that is chosen. */
    final Optional<Found> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).flatMap(this::found);
    }

    /** Calls {@code action} when another row is chosen. */
    final void onChoice(Runnable action) {
        table.getSelectionModel().selectedItemProperty().subscribe(action);
    }

    final <T> TableColumn<L, T> add(TableColumn<L, T> column, double em) {
        column.setReorderable(false);
        ems.add(em);
        table.getColumns().add(column);
        return column;
    }

    /** Gives the columns their widths from now on. */
    final void laidOut() {
        size.fontProperty().subscribe(this::size);
        table.widthProperty().subscribe(this::size);
    }

    private void size() {
        double em = size.getFont().getSize();
        double left = table.getWidth() - EDGES - em * ems.stream().mapToDouble(own -> own).sum();
        for (int i = 0; i < ems.size(); i++) {
            table.getColumns().get(i).setPrefWidth(ems.get(i) * em + more(i, left, em));
        }
    }

    /** Tells in a tooltip what is cut off. */
    static final class TippedCell<L> extends TableCell<L, String> {

        private final Hint hint = Hint.on(this);

        @Override
        protected void updateItem(String item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            setText(isEmpty ? null : item);
            hint.say(isEmpty || item == null ? "" : item);
        }
    }
}
