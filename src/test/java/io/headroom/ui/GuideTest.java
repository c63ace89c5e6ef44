package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.estimate.Metric;
import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import io.headroom.ui.view.ViewName;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The steps of guide.md, by the keys and buttons that it names; its figures are those that the guide prints. */
class GuideTest extends WindowTest {

    @Override
    Opened sample() {
        return Samples.read("llama-3.1-70b-8xh100-sxm", CATALOG);
    }

    private void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        settle();
    }

    private <T extends javafx.scene.control.ButtonBase> T button(Class<T> type, String text) {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(type::isInstance).map(type::cast)
                .filter(b -> b.getText() != null && b.getText().replace('\u00a0', ' ').equals(text)).findFirst().orElseThrow();
    }

    private String tiles() {
        return stage.getScene().getRoot().lookupAll(".hr-tile").stream().map(n -> tile(n.getId()))
                .reduce("", String::concat);
    }

    @Test
    void leadsFromASampleToAPlanThatMeetsItsLimits() {
        onWindow(button(ToggleButton.class, "B  tp8-bf16")::fire);
        assertThat(tiles()).contains("Misses limits", "41.1");
        shortcut(KeyCode.DIGIT2);
        assertThat(answer("LARGEST_BATCH")).isEqualTo("52");
        assertThat(answer("FEWEST_GPUS")).isEqualTo("12");
        double before = throughput();
        onWindow(button(Button.class, "concurrent requests 64 → 48")::fire);
        assertThat(tiles()).contains("Meets limits", "32.7");
        assertThat(throughput() / before).as("6 % less output").isCloseTo(0.94, within(0.005));
        shortcut(KeyCode.Z);
        assertThat(tiles()).contains("Misses limits");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
        assertThat(tiles()).contains("Meets limits");
    }

    private double throughput() {
        return session.judgementProperty().get().value(Metric.OUTPUT_TOKENS);
    }

    /** What the row of an answer says. */
    private String answer(String question) {
        return ((Labeled) byId("adopt." + question).getParent().lookup(".answer-value")).getText();
    }

    @Test
    void everyViewHasTheKeyThatTheGuideNames() {
        KeyCode[] keys = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6,
            KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};
        for (int i = keys.length - 1; i >= 0; i--) {
            shortcut(keys[i]);
            assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.values()[i]);
        }
    }
}
