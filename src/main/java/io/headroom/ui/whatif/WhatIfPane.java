package io.headroom.ui.whatif;

import io.headroom.estimate.Metric;
import io.headroom.explore.input.GpuLock;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.whatif.FeasibilityMap;
import io.headroom.explore.whatif.Sensitivity;
import io.headroom.explore.whatif.Sweep;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.ui.theme.Choices;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The three charts that ask what if, and what they ask about. */
final class WhatIfPane extends VBox {

    private static final double HALF = 50;
    private static final List<Metric> METRICS = List.of(Metric.TTFT_ALONE, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY,
            Metric.TPOT_STEADY, Metric.E2E_STEADY, Metric.OUTPUT_TOKENS_PER_GPU, Metric.OUTPUT_TOKENS,
            Metric.MEMORY_TOTAL);

    private final PlanSession session;
    private final SweepChart sweep;
    private final TornadoChart tornado;
    private final MapChart map;
    private final ComboBox<Input> swept = new ComboBox<>();
    private final ComboBox<Metric> metric = new ComboBox<>();
    private final ComboBox<Input> across = new ComboBox<>();
    private final ComboBox<Input> up = new ComboBox<>();
    private final Label free = new Label("any number of GPUs");
    private Shown shown;
    private Plan before;
    private boolean isChosen;

    WhatIfPane(PlanSession session, ObservableValue<Palette> palette) {
        this.session = session;
        sweep = new SweepChart(palette);
        tornado = new TornadoChart(palette);
        map = new MapChart(palette);
        getStyleClass().add("what-if");
        GridPane charts = charts();
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().add(charts);
        metric.setItems(FXCollections.observableArrayList(METRICS));
        List<Input> inputs = Inputs.ALL.stream().filter(input -> !Inputs.SUPPLY.contains(input)).toList();
        swept.setItems(FXCollections.observableArrayList(inputs));
        across.setItems(FXCollections.observableArrayList(inputs));
        up.setItems(FXCollections.observableArrayList(inputs));
        swept.setValue(inputs.getFirst());
        across.setValue(inputs.getFirst());
        up.setValue(Inputs.PARALLELISM.getFirst());
        across.setAccessibleText("Input across the map");
        up.setAccessibleText("Input up the map");
        swept.setId("what-if.swept");
        across.setId("what-if.across");
        up.setId("what-if.up");
        metric.setId("what-if.metric");
        free.setId("what-if.free");
        free.getStyleClass().add("hr-muted");
        Hint.on(free, "Of two degrees neither can be the one that gives way: this map does not keep the number of GPUs.");
        metric.setOnAction(e -> isChosen = true);
        List.of(swept, across, up).forEach(box -> box.valueProperty().subscribe(this::draw));
        metric.valueProperty().subscribe(this::draw);
        session.keepsGpusProperty().subscribe((before, now) -> draw());
        sweep.setOnPick(spot -> adopt(sweep.painted().input(), sweep.valueOf(spot)));
        tornado.setOnPick(spot -> tornado.stepAt(spot).ifPresent(s -> session.edit(Change.of(s.text()), p -> s.plan())));
        map.setOnPick(spot -> pick(MapChart.placeOf(spot)));
    }

    /** Redraws the charts for what is shown; the input that was moved last is the one that is varied. */
    void show(Shown now) {
        shown = now;
        Plan plan = now.now().plan();
        if (before != null && !before.equals(plan)) {
            Plan old = before;
            swept.getItems().stream().filter(i -> i.valueIn(old) != i.valueIn(plan)).findFirst()
                    .ifPresent(swept::setValue);
        }
        before = plan;
        if (!isChosen) {
            Metric headline = Headline.TTFT.of(now.now());
            metric.setValue(METRICS.contains(headline) ? headline : Metric.TTFT_BURST_LAST);
        }
        draw();
    }

    private void draw() {
        if (shown == null || swept.getValue() == null || metric.getValue() == null) {
            return;
        }
        Plan plan = shown.now().plan();
        Plan base = shown.baseline().plan();
        sweep.show(new SweepChart.Model(Sweep.of(plan, held(swept.getValue())), swept.getValue().valueIn(base),
                shown.format()));
        tornado.show(new TornadoChart.Model(Sensitivity.of(plan, metric.getValue(), shown.format(), this::held), shown.format()));
        map.show(new MapChart.Model(cells(plan), plan, base, shown.format()));
        Nodes.visible(free, session.keepsGpusProperty().get() && isOfDegrees());
    }

    /** The map of the two inputs; both degrees are moved freely, because neither can be the one that gives way. */
    private FeasibilityMap cells(Plan plan) {
        return FeasibilityMap.of(plan, mapped(across.getValue()), mapped(up.getValue()), metric.getValue());
    }

    private Input mapped(Input input) {
        return isOfDegrees() ? input : held(input);
    }

    private boolean isOfDegrees() {
        return Inputs.PARALLELISM.contains(across.getValue()) && Inputs.PARALLELISM.contains(up.getValue());
    }

    /** {@code input} as the padlock lets it move. */
    private Input held(Input input) {
        return session.keepsGpusProperty().get() ? GpuLock.on(input) : input;
    }

    private void pick(int[] place) {
        FeasibilityMap cells = map.painted();
        double x = cells.xs().get(place[0]);
        double y = cells.ys().get(place[1]);
        // not those of the lists, which may name others since the map was painted
        Input right = cells.x();
        Input above = cells.y();
        session.edit(Change.of(right.symbol() + " " + right.text(x, shown.format()) + ", " + above.symbol() + " "
                + above.text(y, shown.format())), p -> right.with(above.with(p, y), x));
    }

    private void adopt(Input input, double value) {
        Plan moved = input.with(before, value);
        session.edit(new Change(input.symbol(), input.text(input.valueIn(before), shown.format()),
                input.text(value, shown.format()) + GpuLock.gaveWay(before, moved, input)), p -> input.with(p, value));
    }

    private GridPane charts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chart-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            grid.getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(HALF);
            grid.getRowConstraints().add(row);
        }
        grid.add(below(sweep, Choices.named("Vary", swept, Input::title)), 0, 0);
        HBox inputs = Choices.named("×", up, Input::title);
        inputs.getChildren().add(free);
        grid.add(below(map, Choices.named("", across, Input::title), inputs), 0, 1);
        grid.add(below(tornado, Choices.named("Metric", metric, Metric::label)), 1, 0, 1, 2);
        grid.setMinSize(0, 0);
        return grid;
    }

    /** A chart and, above it, what it asks about. */
    private static VBox below(Region chart, HBox... choices) {
        HBox line = new HBox(choices);
        line.getStyleClass().add("what-if-choices");
        VBox both = new VBox(line, chart);
        both.setMinSize(0, 0);
        both.getStyleClass().add("what-if-part");
        VBox.setVgrow(chart, Priority.ALWAYS);
        return both;
    }
}
