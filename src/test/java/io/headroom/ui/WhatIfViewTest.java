package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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

    // the lists may name other inputs than the ones that are painted still: 8,192 requests are no overhead of 8,192 s
    @Test
    @SuppressWarnings("unchecked")
    void aClickBeforeTheNextPulseMovesTheInputsThatArePainted() {
        open(ViewName.WHAT_IF);
        for (String id : List.of("chart.map", "chart.sweep")) {
            ChartCanvas chart = chart(id);
            Spot last = chart.spots().getLast();
            onWindow(() -> {
                for (String list : List.of("what-if.across", "what-if.up", "what-if.swept")) {
                    ((ComboBox<Input>) find(ComboBox.class, list)).setValue(
                            Inputs.ALL.stream().filter(i -> i.symbol().equals("Overhead per layer")).findFirst().orElseThrow());
                }
                point(chart, last, MouseEvent.MOUSE_MOVED);
                point(chart, last, MouseEvent.MOUSE_CLICKED);
            });
            Plan plan = session.planProperty().get();
            assertThat(plan.workload().concurrentRequests()).as(id).isEqualTo(8192);
            assertThat(plan.assumptions().given()).as(id).isEmpty();
            onWindow(() -> {
                session.undo();
                for (String list : List.of("what-if.across", "what-if.swept")) {
                    ((ComboBox<Input>) find(ComboBox.class, list)).getSelectionModel().selectFirst();
                }
            });
        }
    }

    private static void point(ChartCanvas chart, Spot spot, EventType<MouseEvent> type) {
        var place = chart.localToScene(spot.box().centerX(), spot.box().centerY());
        Event.fireEvent(chart, new MouseEvent(type, place.getX(), place.getY(), 0, 0, MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, true, null));
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
