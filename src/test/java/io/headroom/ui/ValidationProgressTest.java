package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.session.validation.Progress;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The validation view while its rows are being estimated: the worker does a task when the test says so. */
class ValidationProgressTest extends WindowTest {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    Work work() {
        return new Work(tasks::add, Runnable::run);
    }

    @Test
    void nothingIsEstimatedBeforeTheViewIsShownFirst() {
        onWindow(() -> session.select(1));
        assertThat(tasks).isEmpty();
        assertThat(progress()).isInstanceOf(Progress.Idle.class);
        show();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void saysThatItIsAtWorkAndThePlanCanBeEditedMeanwhile() {
        show();
        assertThat(words()).contains("Reading the public measurements");
        onWindow(() -> find(ToggleButton.class, "view.plan").fire());
        robot.clickOn(byId("chart.memory"));
        assertThat(byId("chart.memory").isFocused()).isTrue();
        onWindow(() -> tasks.poll().run());
        assertThat(progress()).isInstanceOf(Progress.Ready.class);
        show();
        assertThat(byId("validation.state").isVisible()).isFalse();
        assertThat(find(Labeled.class, "validation.rows").getText()).isEqualTo("1 041");
    }

    @Test
    void canBeStoppedAndStartedAgain() {
        show();
        onWindow(() -> button("Stop").fire());
        assertThat(words()).contains("Stopped before");
        onWindow(() -> tasks.poll().run());
        assertThat(progress()).as("what was stopped changes nothing").isInstanceOf(Progress.Cancelled.class);
        onWindow(() -> button("Estimate them").fire());
        assertThat(words()).contains("Reading");
        assertThat(tasks).hasSize(1);
    }

    private void show() {
        onWindow(() -> window.views().select(ViewName.VALIDATION));
    }

    private Progress progress() {
        return window.validation().progressProperty().get();
    }

    private Button button(String text) {
        return byId("validation.state").lookupAll(".button").stream().map(Button.class::cast)
                .filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
    }

    private String words() {
        Node state = byId("validation.state");
        assertThat(state.isVisible()).isTrue();
        return ((Labeled) state.lookup(".label")).getText();
    }
}
