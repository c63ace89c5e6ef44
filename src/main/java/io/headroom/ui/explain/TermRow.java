package io.headroom.ui.explain;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;

/** A row of the tree that lights up with its part of the chart, and the part with it. */
final class TermRow extends TreeTableRow<TermPlace> {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final ObservableValue<String> lit;
    private final Function<TreeItem<TermPlace>, String> segment;

    /**
     * @param lit the part of the chart that is pointed at, or empty
     * @param segment the part of the chart that a term belongs to, or empty
     * @param pointed told of the part when the mouse comes to the row, of none when it leaves
     */
    TermRow(ObservableValue<String> lit, Function<TreeItem<TermPlace>, String> segment, Consumer<String> pointed) {
        this.lit = lit;
        this.segment = segment;
        lit.subscribe(this::light);
        hoverProperty().subscribe((was, is) -> pointed.accept(is && getTreeItem() != null
                ? segment.apply(getTreeItem()) : ""));
    }

    @Override
    protected void updateItem(TermPlace place, boolean isEmpty) {
        super.updateItem(place, isEmpty);
        light();
    }

    private void light() {
        String key = lit.getValue();
        pseudoClassStateChanged(LIT, !key.isEmpty() && getTreeItem() != null && getItem() != null
                && key.equals(segment.apply(getTreeItem())));
    }
}
