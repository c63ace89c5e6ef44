package io.headroom.ui.validation;

import java.util.function.Function;
import javafx.scene.control.TableCell;

/** A number in a table, at the right edge of its column. */
final class NumberCell<S> extends TableCell<S, Double> {

    private final Function<Double, String> text;

    NumberCell(Function<Double, String> text) {
        this.text = text;
        getStyleClass().add("hr-number");
    }

    @Override
    protected void updateItem(Double item, boolean isEmpty) {
        super.updateItem(item, isEmpty);
        setText(isEmpty || item == null ? null : text.apply(item));
    }
}
