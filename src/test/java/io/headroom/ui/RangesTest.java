package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Metric;
import io.headroom.explore.uncertainty.Quantiles;
import io.headroom.explore.uncertainty.Uncertainty;
import io.headroom.explore.uncertainty.UncertaintyText;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Ranges;
import io.headroom.session.Change;
import io.headroom.ui.input.InputsPane;
import io.headroom.ui.view.Work;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;

/** Ranges of assumptions in the window: given, edited, sampled in the background, taken away. */
class RangesTest extends WindowTest {

    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    Work work() {
        return new Work(Runnable::run, Runnable::run, tasks::add);
    }

    private void drawSamples() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    @Test
    void aRangeIsGivenBesideItsSliderAndBecomesABandOnTilesAndInTheSidePane() {
        onWindow(() -> ((TitledPane) stage.getScene().getRoot().lookup(".assumptions")).setExpanded(true));
        settle();
        onWindow(() -> find(Button.class, "assumptions.mbu.range").fire());
        // MBU 80 % of the profile; two stops of 5 % each way
        assertThat(session.planProperty().get().ranges().byKey()).containsOnlyKeys("assumptions.mbu");
        Ranges.Range range = session.planProperty().get().ranges().of("assumptions.mbu").orElseThrow();
        assertThat(range).isEqualTo(new Ranges.Range(0.7, 0.9));
        type("assumptions.mbu.low", "60");
        assertThat(session.planProperty().get().ranges().of("assumptions.mbu")).contains(new Ranges.Range(0.6, 0.9));
        type("assumptions.mbu.low", "95");
        assertThat(session.planProperty().get().ranges().of("assumptions.mbu")).contains(new Ranges.Range(0.6, 0.9));
        assertThat(find(Label.class, "tile.tpot.ranges").getText()).as("not sampled yet").isEmpty();
        onWindow(this::drawSamples);
        onWindow(window::toggleDrawer);
        Uncertainty expected = Uncertainty.of(session.planProperty().get()).orElseThrow();
        Quantiles band = expected.band(Metric.TPOT_STEADY).orElseThrow();
        String text = UncertaintyText.band(band, Metric.TPOT_STEADY, new Formatter(ByteUnits.GB));
        assertThat(find(Label.class, "tile.tpot.ranges").getText()).isEqualTo("by ranges " + text);
        assertThat(side()).contains("Memory suffices").contains("Width by").contains(text.replace('\u00a0', ' ').replace('\u2009', ' ').replace('\u202f', ' '));
        picture("ranges-there");
        ScrollPane inputs = (ScrollPane) slider("assumptions.mbu").getScene().getRoot().lookupAll(".scroll-pane").stream()
                .filter(InputsPane.class::isInstance).findFirst().orElseThrow();
        onWindow(() -> inputs.setVvalue(0.55));
        picture("ranges-inputs");
        onWindow(() -> session.edit(Change.of("x"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(p.workload().concurrentRequests() * 2))));
        assertThat(find(Label.class, "tile.tpot.ranges").getText()).as("of the plan before").endsWith("…");
        assertThat(tasks).as("nothing is sampled on the way").hasSize(1);
        onWindow(this::drawSamples);
        assertThat(find(Label.class, "tile.tpot.ranges").getText()).doesNotEndWith("…");
        onWindow(() -> find(Button.class, "assumptions.mbu.certain").fire());
        assertThat(session.planProperty().get().ranges().isEmpty()).isTrue();
        assertThat(find(Label.class, "tile.tpot.ranges").getText()).isEmpty();
        onWindow(session::undo);
        assertThat(session.planProperty().get().ranges().isEmpty()).as("one edit, taken back").isFalse();
    }

    private void type(String id, String text) {
        TextField field = find(TextField.class, id);
        onWindow(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private String side() {
        StringBuilder text = new StringBuilder();
        stage.getScene().getRoot().lookup(".side").lookupAll(".label").forEach(n -> text.append(((Labeled) n).getText())
                .append('\n'));
        return text.toString().replace('\u00a0', ' ').replace('\u2009', ' ').replace('\u202f', ' ').replace("\u2060", "");
    }
}
