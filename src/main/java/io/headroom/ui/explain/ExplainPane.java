package io.headroom.ui.explain;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.FormulaText;
import io.headroom.estimate.explain.Term;
import io.headroom.explore.input.TermInputs;
import io.headroom.explore.peer.Peer;
import io.headroom.explore.peer.Peers;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.Shown;
import io.headroom.session.figures.Segments;
import io.headroom.ui.panel.MetricChart;
import io.headroom.ui.theme.NameConverter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.TextScale;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** One metric as a tree of terms, and the sentence that makes it. */
final class ExplainPane extends VBox {

    private static final double CHART_WIDTH = 380;
    private static final double CHART_HEIGHT = 250;

    private final ComboBox<Metric> metric = new SearchableComboBox<>();
    private final Label result = new Label();
    private final Label formula = new Label();
    private final Label filled = new Label();
    private final PeerLines peers = new PeerLines();
    private final Hyperlink jump = new Hyperlink();
    private final Consumer<String> toInput;
    private final MetricChart chart;
    private List<Peer> known = List.of();
    private Shown shown;
    private Plan explained;
    private String sought = "";
    private Metric open;
    private TermTree tree = tree();
    private TermTree.Place place = TermTree.Place.CLOSED;
    private double scale = 1;

    /**
     * @param palette colours
     * @param toInput goes to the input of a key
     */
    ExplainPane(ObservableValue<Palette> palette, Consumer<String> toInput) {
        this.toInput = toInput;
        getStyleClass().add("explain");
        jump.setId("explain.jump");
        jump.setOnAction(_ -> jump());
        chart = new MetricChart(palette, key -> tree.light(key), key -> tree.reveal(key));
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
        VBox words = new VBox(choice, formula, filled, jump, peers);
        words.getStyleClass().add("explain-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(words, chart);
        head.getStyleClass().add("explain-head");
        getChildren().addAll(new TextScale(this::scale), head, tree);
    }

    private TermTree tree() {
        TermTree made = new TermTree(this::format, this::segment, this::point);
        made.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        made.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump();
            }
        });
        VBox.setVgrow(made, Priority.ALWAYS);
        return made;
    }

    private void scale(double now) {
        scale = now;
        tree.scale(now);
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

    /** Lets go of the plan, but for what is open and chosen. */
    void hide() {
        place = tree.place();
        getChildren().remove(tree);
        tree = tree();
        tree.scale(scale);
        getChildren().add(tree);
        shown = null;
        explained = null;
        known = List.of();
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
        boolean isBack = tree.getRoot() == null;
        TermTree.Place now = wanted == open && isBack ? place : TermTree.Place.CLOSED;
        open = wanted;
        tree.show(term, now.open());
        detail();
        if (!sought.isEmpty()) {
            tree.reveal(sought);
            sought = "";
        } else if (isBack) {
            tree.choose(now.chosen());
        }
        place = TermTree.Place.CLOSED;
    }

    /** The part of the chart that a term belongs to: its own, else that of the term it is an input of; or empty. */
    private String segment(TreeItem<TermPlace> item) {
        Estimate estimate = shown.now().estimate().orElse(null);
        for (TreeItem<TermPlace> at = item; at != null && estimate != null && open != null; at = at.getParent()) {
            Optional<String> own = at.getValue().term() == null ? Optional.empty()
                    : Segments.of(at.getValue().term(), open, estimate);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return "";
    }

    /** Lights the part under the mouse, or else the one of the term that is chosen. */
    private void point(String key) {
        TreeItem<TermPlace> chosen = tree.getSelectionModel().getSelectedItem();
        chart.light(key.isEmpty() && chosen != null ? segment(chosen) : key);
    }

    /** Goes to the input that the chosen term is, if it is one. */
    private void jump() {
        TreeItem<TermPlace> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            TermInputs.keyOf(chosen.getValue().term()).ifPresent(toInput);
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
        TreeItem<TermPlace> chosen = tree.getSelectionModel().getSelectedItem();
        TreeItem<TermPlace> item = chosen == null ? tree.getRoot() : chosen;
        if (item == null || item.getValue() == null) {
            formula.setText("");
            filled.setText("");
            peers.clear();
            Nodes.visible(jump, false);
            return;
        }
        Term term = item.getValue().term();
        link(term);
        peers.show(term, Peers.about(term, known), format());
        point("");
        formula.setText(term.isLeaf() ? term.name() + ", " + term.source()
                : term.name() + " = " + FormulaText.symbols(term));
        filled.setText("= " + (term.isLeaf() ? format().text(term.value(), term.dimension())
                : FormulaText.filled(term, format()) + " = " + format().text(term.value(), term.dimension())));
    }
}
