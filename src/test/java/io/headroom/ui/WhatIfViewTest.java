package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WhatIfViewTest extends WindowTest {

    private ChartCanvas chart(String id) {
        return find(ChartCanvas.class, id);
    }

    private void open(ViewName view) {
        onWindow(() -> window.views().select(view));
    }

    private void click(ChartCanvas chart, Spot spot) {
        var place = chart.localToScreen(spot.box().centerX(), spot.box().centerY());
        robot.clickOn(place);
        settle();
    }

    @Test
    void theKeysShowItAndItVariesWhatWasMovedLast() {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        settle();
        assertThat(chart("chart.sweep").getAccessibleText()).startsWith("What if Concurrent requests changes");
        drag("workload.inputTokens", 40);
        assertThat(chart("chart.sweep").getAccessibleText()).startsWith("What if Input tokens changes");
    }

    @Test
    void aClickOnAColumnOfTheSweepAdoptsItsValueAndUndoTakesItBack() {
        open(ViewName.WHAT_IF);
        int before = session.planProperty().get().workload().concurrentRequests();
        ChartCanvas sweep = chart("chart.sweep");
        click(sweep, sweep.spots().getFirst());
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(1);
        onWindow(session::undo);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(before);
    }

    // the mouse may come to a chart between a change and the pulse that paints it
    @Test
    void whatIsPaintedStillSaysWhatItIsAfterAChangeToFewerPoints() {
        open(ViewName.WHAT_IF);
        drag("parallelism.tensor", 10);
        for (String id : List.of("chart.sweep", "chart.map", "chart.tornado")) {
            List<Spot> spots = chart(id).spots();
            assertThat(spots).hasSizeGreaterThan(5);
            List<String> before = spots.stream().map(Spot::text).toList();
            List<String> after = new ArrayList<>();
            onWindow(() -> {
                session.edit(Change.of("test"), p -> p.withModel(CATALOG.model("gpt-oss-20b").orElseThrow()));
                spots.stream().map(Spot::text).forEach(after::add);
                session.undo();
            });
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void aClickOnACellAdoptsBothValues() {
        open(ViewName.WHAT_IF);
        ChartCanvas map = chart("chart.map");
        Spot corner = map.spots().getLast();
        click(map, corner);
        Plan plan = session.planProperty().get();
        // the last cell is the upper right one: most requests, all 64 heads on their own GPUs
        assertThat(plan.parallelism().tensor()).isEqualTo(64);
        assertThat(plan.workload().concurrentRequests()).isEqualTo(8192);
    }

    @Test
    void aClickOnABarDoesTheMove() {
        open(ViewName.WHAT_IF);
        ChartCanvas tornado = chart("chart.tornado");
        Spot first = tornado.spots().getFirst();
        Plan before = session.planProperty().get();
        String move = first.text().lines().findFirst().orElseThrow();
        click(tornado, first);
        assertThat(session.planProperty().get()).isNotEqualTo(before);
        assertThat(session.undoLabelProperty().get()).isEqualTo(move);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherMetricTurnsTheTornado() {
        open(ViewName.WHAT_IF);
        String before = chart("chart.tornado").getAccessibleText();
        onWindow(() -> {
            ComboBox<Object> metric = (ComboBox<Object>) find(ComboBox.class, "what-if.metric");
            metric.getSelectionModel().selectLast();
        });
        assertThat(chart("chart.tornado").getAccessibleText()).isNotEqualTo(before).contains("Memory per GPU");
    }
}
