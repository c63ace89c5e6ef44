package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.plan.Plan;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class HistoryBarTest extends WindowTest {

    private Slider scrubber() {
        return find(Slider.class, "history");
    }

    private String words() {
        return scrubber().getParent().lookupAll(".label").stream().map(n -> ((Label) n).getText())
                .collect(Collectors.joining());
    }

    @Test
    void appearsWithTheFirstEditAndGoesThroughAllOfThem() {
        assertThat(scrubber().getParent().isVisible()).isFalse();
        Plan first = session.planProperty().get();
        drag("workload.inputTokens", 30);
        Plan second = session.planProperty().get();
        drag("workload.concurrentRequests", 40);
        Plan third = session.planProperty().get();
        assertThat(scrubber().getParent().isVisible()).isTrue();
        assertThat(words()).startsWith("3 of 3: requests");
        onWindow(() -> scrubber().requestFocus());
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        settle();
        assertThat(session.planProperty().get()).isEqualTo(second);
        assertThat(words()).startsWith("2 of 3: input");
        onWindow(() -> scrubber().setValue(0));
        assertThat(session.planProperty().get()).isEqualTo(first);
        onWindow(() -> scrubber().setValue(2));
        assertThat(session.planProperty().get()).isEqualTo(third);
    }
}
