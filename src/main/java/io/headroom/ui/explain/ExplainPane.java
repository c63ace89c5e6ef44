package io.headroom.ui.explain;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.Shown;
import io.headroom.session.figures.FormulaText;
import io.headroom.ui.theme.NameConverter;
import io.headroom.ui.theme.TextScale;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** One metric as a tree of terms, and the sentence that makes it. */
final class ExplainPane extends VBox {

    private static final double TERM_WIDTH = 290;
    private static final double VALUE_WIDTH = 86;
    private static final double FORMULA_WIDTH = 320;

    private final ComboBox<Metric> metric = new SearchableComboBox<>();
    private final Label result = new Label();
    private final Label formula = new Label();
    private final Label filled = new Label();
    private final TreeTableView<Term> tree = new TreeTableView<>();
    private Shown shown;
    private Plan explained;
    private Metric open;

    ExplainPane() {
        getStyleClass().add("explain");
        metric.setId("explain.metric");
        metric.setAccessibleText("Number to explain");
        metric.setItems(FXCollections.observableArrayList(Metric.values()));
        NameConverter.use(metric, Metric::label);
        metric.setValue(Metric.TTFT_BURST_LAST);
        metric.valueProperty().subscribe(this::draw);
        Label name = new Label("Explain");
        name.setLabelFor(metric);
        result.getStyleClass().add("explain-result");
        HBox choice = new HBox(name, metric, result);
        choice.getStyleClass().add("explain-choice");
        formula.getStyleClass().add("explain-formula");
        filled.getStyleClass().add("explain-filled");
        filled.setId("explain.filled");
        formula.setWrapText(true);
        filled.setWrapText(true);
        tree.setId("explain.tree");
        tree.setAccessibleText("How the number follows from its inputs");
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        tree.setPlaceholder(new Label("This plan has no numbers: its groups are not whole."));
        tree.getColumns().setAll(List.of(column("Term", TERM_WIDTH, Term::name),
                column("Value", VALUE_WIDTH, t -> format().text(t.value(), t.dimension())),
                column("Formula", FORMULA_WIDTH, FormulaText::symbols),
                column("With its values, or source", FORMULA_WIDTH,
                        t -> t.isLeaf() ? t.source() : FormulaText.filled(t, format()))));
        tree.getColumns().get(1).getStyleClass().add("numbers");
        tree.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(new TextScale(this::scale), choice, formula, filled, tree);
    }

    private void scale(double now) {
        tree.getColumns().getFirst().setPrefWidth(TERM_WIDTH * now);
        tree.getColumns().get(1).setMinWidth(VALUE_WIDTH * now);
        tree.getColumns().get(1).setMaxWidth(VALUE_WIDTH * now);
        tree.getColumns().get(2).setPrefWidth(FORMULA_WIDTH * now);
    }

    void open(Metric wanted) {
        metric.setValue(wanted);
    }

    void show(Shown now) {
        boolean isSame = shown != null && now.now().plan().equals(explained)
                && now.format().byteUnits() == shown.format().byteUnits();
        shown = now;
        if (!isSame) {
            explained = now.now().plan();
            draw();
        }
    }

    private Formatter format() {
        return shown.format();
    }

    private void draw() {
        Metric wanted = metric.getValue();
        if (shown == null || wanted == null) {
            return;
        }
        Optional<Term> term = shown.now().estimate().isEmpty() ? Optional.empty()
                : Explanation.of(shown.now().plan()).term(wanted);
        result.setText(term.map(t -> "= " + format().text(t.value(), t.dimension())).orElse(""));
        Set<String> expanded = wanted == open ? expanded() : Set.of();
        open = wanted;
        tree.setRoot(term.map(t -> item(t, "", expanded)).orElse(null));
        if (tree.getRoot() != null) {
            tree.getRoot().setExpanded(true);
        }
        detail();
    }

    /** Says the chosen term in full, since columns cut what is long; without a choice the number itself. */
    private void detail() {
        TreeItem<Term> chosen = tree.getSelectionModel().getSelectedItem();
        TreeItem<Term> item = chosen == null ? tree.getRoot() : chosen;
        if (item == null || item.getValue() == null) {
            formula.setText("");
            filled.setText("");
            return;
        }
        Term term = item.getValue();
        formula.setText(term.isLeaf() ? term.name() + ", " + term.source()
                : term.name() + " = " + FormulaText.symbols(term));
        filled.setText("= " + (term.isLeaf() ? format().text(term.value(), term.dimension())
                : FormulaText.filled(term, format()) + " = " + format().text(term.value(), term.dimension())));
    }

    /** Paths of what is open, so that a slider does not close the tree. */
    private Set<String> expanded() {
        Set<String> paths = new HashSet<>();
        if (tree.getRoot() != null) {
            collect(tree.getRoot(), "", paths);
        }
        return paths;
    }

    private static void collect(TreeItem<Term> item, String parent, Set<String> paths) {
        if (item.isExpanded()) {
            String path = parent + "/" + item.getValue().symbol();
            paths.add(path);
            item.getChildren().forEach(child -> collect(child, path, paths));
        }
    }

    private static TreeItem<Term> item(Term term, String parent, Set<String> expanded) {
        String path = parent + "/" + term.symbol();
        TreeItem<Term> item = new LazyItem(term);
        if (expanded.contains(path)) {
            item.setExpanded(true);
            item.getChildren().setAll(term.inputs().stream().map(input -> item(input, path, expanded)).toList());
        }
        return item;
    }

    private static TreeTableColumn<Term, String> column(String title, double width, Function<Term, String> text) {
        TreeTableColumn<Term, String> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** Makes its children when it is opened: a tree of terms has many thousand leaves. */
    private static final class LazyItem extends TreeItem<Term> {

        private boolean isFilled;

        LazyItem(Term term) {
            super(term);
            expandedProperty().subscribe(isOpen -> {
                if (isOpen && !isFilled) {
                    fill();
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return getValue().inputs().isEmpty();
        }

        private void fill() {
            isFilled = true;
            if (super.getChildren().isEmpty()) {
                super.getChildren().setAll(getValue().inputs().stream().map(LazyItem::new).toList());
            }
        }
    }
}
