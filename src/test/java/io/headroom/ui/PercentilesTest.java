package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import io.headroom.ui.view.Work;
import io.headroom.json.JsonRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Percentiles on the screen: unknown, on their way, there, old; the worker does a task when the test says so. */
class PercentilesTest extends WindowTest {

    private static final String TEXT = """
            {"format": "headroom/plan", "version": 1, "name": "Percentiles", "plans": [{"name": "a", "model": "llama-3.1-8b",
              "hardware": {"gpu": "h100-sxm"}, "assumptions": {"profile": "calibrated", "engine": "vllm"},
              "workload": {"concurrentRequests": 64, "inputTokens": 1024, "outputTokens": 256},
              "requirements": [{"metric": "ttft.p99", "atMost": 2, "unit": "s"},
                               {"metric": "tpot.p90", "atMost": 5, "unit": "ms"}]}]}""";

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    Work work() {
        return new Work(Runnable::run, Runnable::run, tasks::add);
    }

    @Override
    Opened sample() {
        try {
            return PlanFile.read("p.json", TEXT.getBytes(StandardCharsets.UTF_8), CATALOG);
        } catch (JsonRefused e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLimitOnAPercentileGetsItsValueAndIsMarkedOldWhileThePlanIsPlayedAgain() {
        onWindow(window::toggleDrawer);
        assertThat(tile("tile.ttft")).contains("TTFT, 99th percentile").contains("being played through");
        assertThat(side()).contains("TTFT, 99th percentile: being played through");
        picture("load-first");
        onWindow(this::play);
        assertThat(tile("tile.ttft")).contains("limit 2.00 s").doesNotContain("being played through");
        assertThat(side()).contains("TPOT, 90th percentile: ").doesNotContain("being played through");
        picture("load-there");
        String before = find(Label.class, "tile.ttft.value").getText();
        onWindow(() -> session.edit(io.headroom.session.Change.of("x"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(128))));
        assertThat(find(Label.class, "tile.ttft.value").getText()).isEqualTo(before);
        assertThat(find(Label.class, "tile.ttft.value").getStyleClass()).contains("hr-stale");
        assertThat(byId("tile.ttft").getAccessibleText()).contains("being played through");
        assertThat(side()).contains("Before the change: ");
        picture("load-old");
        onWindow(this::play);
        assertThat(find(Label.class, "tile.ttft.value").getText()).isNotEqualTo(before);
        assertThat(find(Label.class, "tile.ttft.value").getStyleClass()).doesNotContain("hr-stale");
    }

    @Test
    void theTableIsMadeWhenAskedForAndNamesThePolicy() {
        onWindow(this::play);
        onWindow(window::toggleDrawer);
        assertThat(byId("load.table").isVisible() && byId("load.table").getParent().isVisible()).isFalse();
        robot.clickOn(byId("load.open"));
        settle();
        assertThat(find(Label.class, "load.ttft.p99").getText()).isEqualTo(find(Label.class, "tile.ttft.value").getText()
                + " " + unit());
        assertThat(find(Labeled.class, "load.how").getText()).startsWith("Policy chunked-mixed, steady load of 64 requests");
        picture("load-table");
        onWindow(() -> session.edit(io.headroom.session.Change.of("x"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(128))));
        assertThat(find(Label.class, "load.ttft.p99").getStyleClass()).contains("hr-stale");
        assertThat(find(Label.class, "load.ttft.p99").getAccessibleText()).contains("of the plan before the change");
        assertThat(find(Labeled.class, "load.how").getText()).startsWith("Before the change");
        picture("load-table-old");
        onWindow(() -> session.edit(io.headroom.session.Change.of("x"),
                p -> p.withWorkload(p.workload().withInputTokens(10_000_000))));
        onWindow(this::play);
        assertThat(find(Labeled.class, "load.how").getText()).contains("does not fit");
        picture("load-refused");
    }

    @Test
    void aClickOnAPercentileExplainsWhatCanBeExplained() {
        onWindow(this::play);
        robot.clickOn(byId("tile.ttft"));
        settle();
        assertThat(find(Label.class, "explain.filled").getText()).isNotEmpty();
    }

    private void play() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    private String unit() {
        return find(Label.class, "load.ttft.p99").getText().replaceAll("^\\S+ ", "");
    }

    private String side() {
        StringBuilder text = new StringBuilder();
        stage.getScene().getRoot().lookup(".side").lookupAll(".label").stream().map(Label.class::cast)
                .forEach(l -> text.append(l.getText()).append('\n'));
        return text.toString();
    }

    /** Keeps a picture where a folder for it is named, to be looked at. */
}
