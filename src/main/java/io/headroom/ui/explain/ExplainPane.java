package io.headroom.ui.explain;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.explore.input.TermInputs;
import io.headroom.explore.peer.Peer;
import io.headroom.explore.peer.Peers;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.Shown;
import io.headroom.estimate.explain.FormulaText;
import io.headroom.session.figures.Segments;
import io.headroom.ui.panel.MetricChart;
import io.headroom.ui.theme.NameConverter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.TextScale;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** One metric as a tree of terms, and the sentence that makes it. */
final class ExplainPane extends VBox {

    private static final double TERM_WIDTH = 290;
    private static final double VALUE_WIDTH = 86;
    private static final double FORMULA_WIDTH = 320;
    private static final double CHART_WIDTH = 380;
    private static final double CHART_HEIGHT = 250;
    // total, stages, stage, layer, operation
    private static final int SEARCH_DEPTH = 6;

    private final ComboBox<Metric> metric = new SearchableComboBox<>();
    private final Label result = new Label();
    private final Label formula = new Label();
    private final Label filled = new Label();
    private final TreeTableView<Term> tree = new TreeTableView<>();
    private final PeerLines peers = new PeerLines();
    private final Hyperlink jump = new Hyperlink();
    private final Consumer<String> toInput;
    private final MetricChart chart;
    private final StringProperty lit = new SimpleStringProperty(this, "lit", "");
    private List<Peer> known = List.of();
    private Shown shown;
    private Plan explained;
    private String sought = "";
    private Metric open;

    /**
     * @param palette colours
     * @param toInput goes to the input of a key
     */
    ExplainPane(ObservableValue<Palette> palette, Consumer<String> toInput) {
        this.toInput = toInput;
        getStyleClass().add("explain");
        jump.setId("explain.jump");
        jump.setOnAction(_ -> jump());
        chart = new MetricChart(palette, lit::set, this::reveal);
        chart.getStyleClass().add("explain-chart");
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
        tree.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump();
            }
        });
        tree.setRowFactory(_ -> new TermRow(lit, this::segment, this::point));
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox words = new VBox(choice, formula, filled, jump, peers);
        words.getStyleClass().add("explain-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, chart);
        head.getStyleClass().add("explain-head");
        getChildren().addAll(new TextScale(this::scale), head, tree);
    }

    private void scale(double now) {
        tree.getColumns().getFirst().setPrefWidth(TERM_WIDTH * now);
        tree.getColumns().get(1).setMinWidth(VALUE_WIDTH * now);
        tree.getColumns().get(1).setMaxWidth(VALUE_WIDTH * now);
        tree.getColumns().get(2).setPrefWidth(FORMULA_WIDTH * now);
        chart.setPrefSize(CHART_WIDTH * now, CHART_HEIGHT * now);
        chart.setMinSize(CHART_WIDTH * now, CHART_HEIGHT * now);
    }

    void open(Metric wanted) {
        metric.setValue(wanted);
    }

    /** Opens {@code wanted} and the first of its terms that is the part {@code key} of its chart. */
    void open(Metric wanted, String key) {
        metric.setValue(wanted);
        sought = key;
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
        Optional<Explanation> explanation = shown.now().estimate().map(_ -> Explanation.of(shown.now().plan()));
        Optional<Term> term = explanation.flatMap(e -> e.term(wanted));
        known = explanation.map(Peers::of).orElse(List.of());
        Nodes.visible(chart, chart.show(shown, wanted));
        result.setText(term.map(t -> "= " + format().text(t.value(), t.dimension())).orElse(""));
        Set<String> expanded = wanted == open ? expanded() : Set.of();
        open = wanted;
        tree.setRoot(term.map(t -> item(t, "", expanded)).orElse(null));
        if (tree.getRoot() != null) {
            tree.getRoot().setExpanded(true);
        }
        detail();
        if (!sought.isEmpty()) {
            reveal(sought);
            sought = "";
        }
    }

    /** The part of the chart that a term belongs to: its own, else that of the term it is an input of; or empty. */
    private String segment(TreeItem<Term> item) {
        Estimate estimate = shown.now().estimate().orElse(null);
        for (TreeItem<Term> at = item; at != null && estimate != null && open != null; at = at.getParent()) {
            Optional<String> own = Segments.of(at.getValue(), open, estimate);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return "";
    }

    /** Lights the part under the mouse, or else the one of the term that is chosen. */
    private void point(String key) {
        TreeItem<Term> chosen = tree.getSelectionModel().getSelectedItem();
        chart.light(key.isEmpty() && chosen != null ? segment(chosen) : key);
    }

    /** Opens the tree down to the first term that is the part {@code key} of the chart, and chooses it. */
    private void reveal(String key) {
        TreeItem<Term> found = tree.getRoot() == null ? null : find(tree.getRoot(), key, SEARCH_DEPTH);
        if (found != null) {
            for (TreeItem<Term> at = found.getParent(); at != null; at = at.getParent()) {
                at.setExpanded(true);
            }
            tree.getSelectionModel().select(found);
            tree.scrollTo(Math.max(0, tree.getRow(found) - 2));
        }
    }

    private TreeItem<Term> find(TreeItem<Term> item, String key, int depth) {
        if (key.equals(segment(item))) {
            return item;
        }
        if (depth == 0 || item.isLeaf()) {
            return null;
        }
        // children are there once it was open
        boolean wasOpen = item.isExpanded();
        item.setExpanded(true);
        for (TreeItem<Term> child : item.getChildren()) {
            TreeItem<Term> found = find(child, key, depth - 1);
            if (found != null) {
                return found;
            }
        }
        item.setExpanded(wasOpen);
        return null;
    }

    /** Goes to the input that the chosen term is, if it is one. */
    private void jump() {
        TreeItem<Term> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            TermInputs.keyOf(chosen.getValue()).ifPresent(toInput);
        }
    }

    private void link(Term term) {
        boolean isInput = TermInputs.keyOf(term).isPresent();
        jump.setText(isInput ? "Go to the input" : "");
        jump.setAccessibleText(isInput ? "Go to the input " + term.name() : "");
        Nodes.visible(jump, isInput);
    }

    /** Says the chosen term in full, since columns cut what is long; without a choice the number itself. */
    private void detail() {
        TreeItem<Term> chosen = tree.getSelectionModel().getSelectedItem();
        TreeItem<Term> item = chosen == null ? tree.getRoot() : chosen;
        if (item == null || item.getValue() == null) {
            formula.setText("");
            filled.setText("");
            peers.clear();
            Nodes.visible(jump, false);
            return;
        }
        Term term = item.getValue();
        link(term);
        peers.show(term, Peers.about(term, known), format());
        point("");
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
