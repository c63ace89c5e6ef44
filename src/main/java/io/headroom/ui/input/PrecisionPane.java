package io.headroom.ui.input;

import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Precision;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.figures.Starred;
import io.headroom.ui.theme.Nodes;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The number formats of weights, experts, KV cache and activations. */
final class PrecisionPane extends Section {

    private static final List<NumberFormat> ALL = List.of(NumberFormat.values());

    private final PlanSession session;
    private final Chooser<NumberFormat> weights;
    private final Chooser<NumberFormat> experts;
    private final Chooser<NumberFormat> kvCache;
    private final Chooser<NumberFormat> activations;

    PrecisionPane(PlanSession session) {
        super("Precision");
        this.session = session;
        weights = chooser("Weights", Precision::weights, Precision::withWeights);
        experts = chooser("Experts", Precision::experts, Precision::withExperts);
        kvCache = chooser("KV cache", Precision::kvCache, Precision::withKvCache);
        activations = chooser("Activations", Precision::activations, Precision::withActivations);
        weights.box().setId("precision.weights");
        experts.box().setId("precision.experts");
        kvCache.box().setId("precision.kvCache");
        activations.box().setId("precision.activations");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chooser-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, weights, experts);
        grid.addRow(1, kvCache, activations);
        getChildren().add(grid);
    }

    void show(Shown shown) {
        Precision p = shown.now().plan().precision();
        weights.show(ALL, p.weights());
        experts.show(ALL, p.experts());
        experts.setDisable(!shown.now().plan().model().isMoe());
        kvCache.show(ALL, p.kvCache());
        activations.show(ALL, p.activations());
    }

    /** Shows only what {@code isShown} lets through, by key. */
    void present(Predicate<String> isShown) {
        Nodes.visible(weights, isShown.test("precision.weights"));
        Nodes.visible(experts, isShown.test("precision.experts"));
        Nodes.visible(kvCache, isShown.test("precision.kvCache"));
        Nodes.visible(activations, isShown.test("precision.activations"));
        Nodes.visible(this, Starred.PRECISIONS.keySet().stream().anyMatch(isShown));
    }

    private Chooser<NumberFormat> chooser(String label, Function<Precision, NumberFormat> get,
            BiFunction<Precision, NumberFormat, Precision> set) {
        return Chooser.plain(label, NumberFormat::toString, format -> session.edit(
                new Change(label, get.apply(session.planProperty().get().precision()).toString(), format.toString()),
                plan -> plan.withPrecision(set.apply(plan.precision(), format))));
    }
}
