package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.legal.Degree;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.GpuLock;
import io.headroom.explore.whatif.Sensitivity;
import io.headroom.explore.whatif.Step;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.command.Command;
import io.headroom.ui.view.ViewName;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The padlock beside the number of GPUs. */
class LockTest extends WindowTest {

    private Parallelism degrees() {
        return session.planProperty().get().parallelism();
    }

    /** The optimised plan of report 001: TP 4, PP 4, DP 2, 32 GPUs. */
    @BeforeEach
    void thirtyTwo() {
        onWindow(() -> session.edit(Change.of("Start"), p -> p.withParallelism(
                Parallelism.SINGLE.withTensor(4).withPipeline(4).withData(2))));
    }

    @Test
    void lockedAMoveOfTpLetsDpGiveWayAndTheHistorySaysBoth() {
        ToggleButton lock = find(ToggleButton.class, "lock.gpus");
        assertThat(lock.getAccessibleText()).isEqualTo("Keep the number of GPUs");
        picture("lock-open");
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        settle();
        assertThat(lock.isSelected()).isTrue();
        assertThat(lock.getAccessibleText()).isEqualTo("Number of GPUs kept");
        picture("lock-closed");
        onWindow(() -> slider("parallelism.tensor").requestFocus());
        robot.type(KeyCode.RIGHT);
        settle();
        assertThat(degrees()).isEqualTo(Parallelism.SINGLE.withTensor(8).withPipeline(4).withData(1));
        assertThat(session.undoLabelProperty().get()).isEqualTo("TP 4 → 8, DP 2 → 1");
        onWindow(session::undo);
        assertThat(degrees()).isEqualTo(Parallelism.SINGLE.withTensor(4).withPipeline(4).withData(2));
        onWindow(lock::fire);
        onWindow(() -> slider("parallelism.tensor").requestFocus());
        robot.type(KeyCode.RIGHT);
        settle();
        assertThat(degrees().data()).as("free").isEqualTo(2);
        assertThat(degrees().tensor()).isEqualTo(8);
    }

    @Test
    void aDragEndsWhereItsEndsSayWhateverItPassed() {
        onWindow(() -> session.keepsGpusProperty().set(true));
        Plan from = session.planProperty().get();
        robot.moveTo(slider("parallelism.tensor").lookup(".thumb")).press(MouseButton.PRIMARY);
        robot.moveBy(150, 0);
        settle();
        assertThat(degrees().tensor()).as("both DP and PP have given way").isEqualTo(32);
        robot.moveBy(-107, 0);
        settle();
        robot.release(MouseButton.PRIMARY);
        settle();
        assertThat(degrees().tensor()).isEqualTo(8);
        assertThat(session.planProperty().get()).isEqualTo(GpuLock.with(from, Degree.TENSOR, 8).orElseThrow());
        assertThat(session.undoLabelProperty().get()).isEqualTo("TP 4 → 8, DP 2 → 1");
    }

    @Test
    void aTypedDegreeThatCannotKeepTheNumberSaysWhy() {
        onWindow(() -> session.keepsGpusProperty().set(true));
        onWindow(() -> {
            TextField field = find(TextField.class, "parallelism.pipeline.number");
            field.requestFocus();
            field.setText("3");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        picture("lock-refused");
        assertThat(degrees().pipeline()).isNotEqualTo(3);
        assertThat(32 % degrees().pipeline()).isZero();
        assertThat(stage.getScene().getRoot().lookupAll(".input-message").stream().filter(n -> n.isVisible())
                .map(n -> ((javafx.scene.control.Label) n).getText()))
                .anyMatch(text -> text.contains("keeps 32 GPUs: no legal degrees"));
    }

    @Test
    void whatIfKeepsTheNumberToo() {
        onWindow(() -> session.keepsGpusProperty().set(true));
        Plan plan = session.planProperty().get();
        Sensitivity held = Sensitivity.of(plan, Metric.TPOT_STEADY, session.shown().format(), GpuLock::on);
        assertThat(held.swings()).isNotEmpty().allSatisfy(swing -> Stream.of(swing.down(), swing.up())
                .flatMap(Optional::stream).forEach(step -> assertThat(gpus(step.plan())).as(step.text()).isEqualTo(32)));
        assertThat(held.swings()).flatExtracting(s -> s.up().stream().map(Step::text).toList())
                .contains("TP 4 → 8, DP 2 → 1");

        onWindow(() -> window.views().select(ViewName.WHAT_IF));
        // a click on the sweep of the input that was moved last
        onWindow(() -> session.edit(Change.of("TP"), p -> GpuLock.with(p, Degree.TENSOR, 8).orElseThrow()));
        ChartCanvas sweep = find(ChartCanvas.class, "chart.sweep");
        for (int i = 0; i < sweep.spots().size(); i++) {
            Spot spot = sweep.spots().get(i);
            robot.clickOn(sweep.localToScreen(spot.box().centerX(), spot.box().centerY()));
            settle();
            assertThat(gpus(session.planProperty().get())).as(spot.key()).isEqualTo(32);
        }
        assertThat(byId("what-if.free").isVisible()).isFalse();
        onWindow(() -> window.views().select(ViewName.FINDINGS));
        assertThat(byId("findings.free").isVisible()).isTrue();
    }

    private static double gpus(Plan plan) {
        return ((Estimate) Estimator.estimate(plan)).get(Metric.GPUS);
    }

    @Test
    void anAudienceSeesNoPadlock() {
        onWindow(() -> window.commands().run(Command.PRESENT));
        assertThat(byId("lock.gpus").isVisible()).isFalse();
        onWindow(() -> window.commands().run(Command.PRESENT));
        assertThat(byId("lock.gpus").isVisible()).isTrue();
    }
}
