package io.headroom.ui.explain;

import io.headroom.estimate.explain.FormulaText;
import io.headroom.estimate.explain.Term;
import io.headroom.format.Formatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/**
 * The terms of one number. A term holds all that it follows from, which for a large plan are some 10 MB, and rows in store
 * keep their items: items that go are emptied, and the view makes another tree each time it comes on screen.
 */
final class TermTree extends TreeTableView<TermPlace> {

    private static final double TERM_WIDTH = 290;
    private static final double VALUE_WIDTH = 86;
    private static final double FORMULA_WIDTH = 320;
    private static final int LINES_ABOVE = 2;
    // total, stages, stage, layer, operation
    private static final int SEARCH_DEPTH = 6;

    private final Function<TreeItem<TermPlace>, String> segment;
    private final StringProperty lit = new SimpleStringProperty(this, "lit", "");

    /** What of a tree is open and chosen, as paths of symbols; the choice is empty where nothing is. */
    record Place(Set<String> open, String chosen) {

        /** Nothing is open. */
        static final Place CLOSED = new Place(Set.of(), "");
    }

    /**
     * @param format how values are written
     * @param segment the part of the chart that a term belongs to, or empty
     * @param pointed told of the part when the mouse comes to a row, of none when it leaves
     */
    TermTree(Supplier<Formatter> format, Function<TreeItem<TermPlace>, String> segment, Consumer<String> pointed) {
        this.segment = segment;
        setId("explain.tree");
        setAccessibleText("How the number follows from its inputs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("This plan has no numbers: its groups are not whole."));
        getColumns().setAll(List.of(column("Term", Term::name),
                column("Value", t -> format.get().text(t.value(), t.dimension())),
                column("Formula", FormulaText::symbols),
                column("With its values, or source",
                        t -> t.isLeaf() ? t.source() : FormulaText.filled(t, format.get()))));
        getColumns().get(1).getStyleClass().add("numbers");
        setRowFactory(_ -> new TermRow(lit, segment, pointed));
        scale(1);
    }

    /** Gives columns their widths where text is {@code now} times as large as usual. */
    void scale(double now) {
        getColumns().getFirst().setPrefWidth(TERM_WIDTH * now);
        getColumns().get(1).setMinWidth(VALUE_WIDTH * now);
        getColumns().get(1).setMaxWidth(VALUE_WIDTH * now);
        getColumns().get(2).setPrefWidth(FORMULA_WIDTH * now);
        getColumns().get(3).setPrefWidth(FORMULA_WIDTH);
    }

    /** Lights the rows of the part {@code key} of the chart. */
    void light(String key) {
        lit.set(key);
    }

    /** Shows {@code term}: in the places that are there where its tree has the same, else open where it is so in {@code open}. */
    void show(Optional<Term> term, Set<String> open) {
        if (term.isPresent() && getRoot() instanceof LazyItem root && root.isOf(term.get())) {
            root.become(term.get());
            return;
        }
        TreeItem<TermPlace> old = getRoot();
        setRoot(term.map(t -> item(t, "", open)).orElse(null));
        if (getRoot() != null) {
            getRoot().setExpanded(true);
        }
        if (old instanceof LazyItem item) {
            item.giveUp();
        }
    }

    /** What is open and chosen, so that neither a slider nor another view closes the tree. */
    Place place() {
        Set<String> open = new HashSet<>();
        if (getRoot() != null) {
            collect(getRoot(), "", open);
        }
        return new Place(open, path(getSelectionModel().getSelectedItem()));
    }

    /** Chooses the term at {@code path} if it is there. */
    void choose(String path) {
        for (int row = 0; row < getExpandedItemCount() && !path.isEmpty(); row++) {
            if (path(getTreeItem(row)).equals(path)) {
                choose(getTreeItem(row));
                return;
            }
        }
    }

    /** Opens the tree down to the first term that is the part {@code key} of the chart, and chooses it. */
    void reveal(String key) {
        TreeItem<TermPlace> found = getRoot() == null ? null : find(getRoot(), key, SEARCH_DEPTH);
        if (found != null) {
            for (TreeItem<TermPlace> at = found.getParent(); at != null; at = at.getParent()) {
                at.setExpanded(true);
            }
            choose(found);
        }
    }

    private void choose(TreeItem<TermPlace> item) {
        getSelectionModel().select(item);
        scrollTo(Math.max(0, getRow(item) - LINES_ABOVE));
    }

    private TreeItem<TermPlace> find(TreeItem<TermPlace> item, String key, int depth) {
        if (key.equals(segment.apply(item))) {
            return item;
        }
        if (depth == 0 || item.isLeaf()) {
            return null;
        }
        // children are there once it was open
        boolean wasOpen = item.isExpanded();
        item.setExpanded(true);
        for (TreeItem<TermPlace> child : item.getChildren()) {
            TreeItem<TermPlace> found = find(child, key, depth - 1);
            if (found != null) {
                return found;
            }
        }
        item.setExpanded(wasOpen);
        return null;
    }

    private static void collect(TreeItem<TermPlace> item, String parent, Set<String> paths) {
        if (item.isExpanded()) {
            String path = parent + "/" + item.getValue().term().symbol();
            paths.add(path);
            item.getChildren().forEach(child -> collect(child, path, paths));
        }
    }

    private static String path(TreeItem<TermPlace> item) {
        return item == null ? "" : path(item.getParent()) + "/" + item.getValue().term().symbol();
    }

    private static LazyItem item(Term term, String parent, Set<String> open) {
        String path = parent + "/" + term.symbol();
        LazyItem item = new LazyItem(term);
        if (open.contains(path)) {
            item.setExpanded(true);
            item.getChildren().setAll(term.inputs().stream().map(input -> item(input, path, open)).toList());
        }
        return item;
    }

    private static TreeTableColumn<TermPlace, String> column(String title, Function<Term, String> text) {
        TreeTableColumn<TermPlace, String> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(cell -> cell.getValue().getValue().text(text));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** Makes its children when it is opened: a tree of terms has many thousand leaves. */
    private static final class LazyItem extends TreeItem<TermPlace> {

        private boolean isFilled;

        LazyItem(Term term) {
            super(new TermPlace(term));
            expandedProperty().subscribe(isOpen -> {
                if (isOpen && !isFilled) {
                    fill();
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return getValue().term() == null || getValue().term().inputs().isEmpty();
        }

        /** Whether {@code term} can stand in this place. */
        boolean isOf(Term term) {
            return term.symbol().equals(getValue().term().symbol()) && term.inputs().isEmpty() == isLeaf();
        }

        /** Has {@code now} stand here, and its inputs where others of the same symbols are. */
        void become(Term now) {
            getValue().set(now);
            if (!isFilled) {
                return;
            }
            List<Term> inputs = now.inputs();
            List<TreeItem<TermPlace>> children = super.getChildren();
            boolean isSame = children.size() == inputs.size()
                    && IntStream.range(0, inputs.size()).allMatch(i -> child(i).isOf(inputs.get(i)));
            if (isSame) {
                IntStream.range(0, inputs.size()).forEach(i -> child(i).become(inputs.get(i)));
            } else {
                Set<String> open = new HashSet<>();
                children.forEach(child -> collect(child, "", open));
                List<TreeItem<TermPlace>> old = List.copyOf(children);
                super.getChildren().setAll(inputs.stream().map(input -> item(input, "", open)).toList());
                old.forEach(child -> ((LazyItem) child).giveUp());
            }
        }

        /** Lets go of the terms: rows in store hold the item. */
        void giveUp() {
            super.getChildren().forEach(child -> ((LazyItem) child).giveUp());
            getValue().set(null);
        }

        private LazyItem child(int index) {
            return (LazyItem) super.getChildren().get(index);
        }

        private void fill() {
            isFilled = true;
            if (super.getChildren().isEmpty()) {
                super.getChildren().setAll(getValue().term().inputs().stream().map(LazyItem::new).toList());
            }
        }
    }
}
