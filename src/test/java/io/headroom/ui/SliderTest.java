package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.ui.chart.StackedBars;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Moving an input by mouse and keyboard: plan, estimate, charts, tiles and history follow. */
class SliderTest extends WindowTest {

    private static final String REQUESTS = "workload.concurrentRequests";
    private static final String INPUT = "workload.inputTokens";
    private static final String TENSOR = "parallelism.tensor";

    @Test
    void draggingRequestsChangesPlanEstimateChartAndTiles() {
        Estimate before = estimate();
        StackedBars chart = find(StackedBars.class, "chart.memory");
        double height = chart.barOf(0).height();
        String tile = tile("tile.memory");
        drag(REQUESTS, 100);
        int requests = session.planProperty().get().workload().concurrentRequests();
        assertThat(requests).isGreaterThan(128);
        assertThat(estimate().get(Metric.MEMORY_KV_CACHE)).isGreaterThan(before.get(Metric.MEMORY_KV_CACHE));
        assertThat(chart.barOf(0).height()).isGreaterThan(height);
        assertThat(tile("tile.memory")).isNotEqualTo(tile);
    }

    @Test
    void draggingToTheEndOverfillsTheMemoryAndTurnsTheVerdict() {
        assertThat(tile("tile.verdict")).contains("Meets limits");
        drag(REQUESTS, 400);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(8192);
        drag(INPUT, 400);
        assertThat(session.planProperty().get().workload().inputTokens()).as("the longest prompt of the model").isEqualTo(40_960);
        assertThat(tile("tile.verdict")).contains("✗").contains("Does not fit");
        assertThat(tile("tile.memory")).contains("over by");
        assertThat(tile("tile.ttft")).contains("if it fitted");
        StackedBars chart = find(StackedBars.class, "chart.memory");
        assertThat(chart.barOf(0).y()).as("the bar goes past the line").isLessThan(chart.limitY());
    }

    @Test
    void oneDragIsOneEntryOfTheHistory() {
        drag(REQUESTS, 60);
        int dragged = session.planProperty().get().workload().concurrentRequests();
        assertThat(dragged).isNotEqualTo(128);
        assertThat(session.historyLabels()).hasSize(2).last().asString().startsWith("requests 128 → ");
        onWindow(session::undo);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(128);
        assertThat(session.dirtyProperty().get()).isFalse();
        onWindow(session::redo);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(dragged);
    }

    @Test
    void theModelReceivesOnlyLegalValues() {
        List<Integer> seen = new ArrayList<>();
        ReadOnlyObjectProperty<Plan> plan = session.planProperty();
        plan.addListener((o, before, now) -> seen.add(now.parallelism().tensor()));
        drag(TENSOR, 120);
        // Qwen3-235B has 64 query heads: TP divides them; the thumb passes one stop after the other
        assertThat(seen).startsWith(4, 8).allMatch(tp -> 64 % tp == 0).doesNotHaveDuplicates();
    }

    @Test
    void arrowsMoveOneStopPageKeysTwoAndHomeToTheStart() {
        Slider tensor = focus(TENSOR);
        assertThat(tensor.getBlockIncrement()).isEqualTo(1);
        robot.type(KeyCode.RIGHT);
        assertThat(tp()).isEqualTo(4);
        robot.type(KeyCode.UP);
        assertThat(tp()).isEqualTo(8);
        robot.type(KeyCode.DOWN);
        assertThat(tp()).isEqualTo(4);
        robot.type(KeyCode.LEFT);
        assertThat(tp()).isEqualTo(2);
        robot.type(KeyCode.PAGE_UP);
        assertThat(tp()).isEqualTo(8);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(tp()).isEqualTo(2);
        robot.type(KeyCode.END);
        assertThat(tp()).isEqualTo(64);
        robot.type(KeyCode.HOME);
        assertThat(tp()).isEqualTo(1);
    }

    @Test
    void shiftAndArrowGoToTheNextPowerOfTwo() {
        focus(REQUESTS);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(256);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(128);
    }

    @Test
    void aDigitStartsTheNumberField() {
        focus(REQUESTS);
        robot.write("37").type(KeyCode.ENTER);
        settle();
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(37);
    }

    @Test
    void readersHearTheValueAndNotTheIndex() {
        Slider tensor = focus(TENSOR);
        assertThat(tensor.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
                .isEqualTo("Tensor parallel, TP 2");
        assertThat(tensor.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Tensor parallel, TP");
        robot.type(KeyCode.RIGHT);
        assertThat(tensor.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
                .isEqualTo("Tensor parallel, TP 4");
    }

    private Slider focus(String key) {
        Slider slider = slider(key);
        onWindow(slider::requestFocus);
        return slider;
    }

    private int tp() {
        settle();
        return session.planProperty().get().parallelism().tensor();
    }

    private Estimate estimate() {
        return session.judgementProperty().get().estimate().orElseThrow();
    }
}
