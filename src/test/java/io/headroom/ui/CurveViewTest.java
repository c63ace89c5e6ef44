package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.view.ViewName;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CurveViewTest extends WindowTest {

    private ChartCanvas chart(String id) {
        return find(ChartCanvas.class, id);
    }

    @Test
    void theKeysShowItAndASliderMovesItsMark() {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        settle();
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.CURVES);
        String before = chart("chart.length.memory").getAccessibleText();
        assertThat(before).startsWith("Memory per GPU over prompt length: within 64.0 GB at every length");
        drag("workload.inputTokens", 40);
        assertThat(chart("chart.length.memory").getAccessibleText()).isNotEqualTo(before);
    }

    @Test
    void aClickTakesTheLengthAndUndoGivesItBack() {
        onWindow(() -> window.views().select(ViewName.CURVES));
        int before = session.planProperty().get().workload().inputTokens();
        ChartCanvas ttft = chart("chart.length.ttft");
        Spot longest = ttft.spots().getLast();
        robot.clickOn(ttft.localToScreen(longest.box().centerX(), longest.box().centerY()));
        settle();
        assertThat(session.planProperty().get().workload().inputTokens()).isEqualTo(10_240);
        onWindow(session::undo);
        assertThat(session.planProperty().get().workload().inputTokens()).isEqualTo(before);
    }

    @Test
    void everyOperationOfTheRooflineSaysWhatBindsIt() {
        onWindow(() -> window.views().select(ViewName.CURVES));
        assertThat(chart("chart.roofline").spots()).isNotEmpty().allSatisfy(spot ->
                assertThat(spot.text()).containsPattern("bound by (memory bandwidth|compute)"));
    }
}
