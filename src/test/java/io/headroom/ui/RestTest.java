package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.legal.Load;
import io.headroom.explore.advice.Advice;
import io.headroom.explore.question.Question;
import io.headroom.explore.search.Workers;
import io.headroom.session.Change;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.ClaimText;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits until a slider rests: the clock strikes when the test says so. */
class RestTest extends WindowTest {

    private final Deque<Runnable> resting = new ArrayDeque<>();
    private final List<Runnable> atOnce = new ArrayList<>();

    @Override
    Work work() {
        return new Work(task -> {
            atOnce.add(task);
            task.run();
        }, Runnable::run, resting::add, Runnable::run, Workers.ALONE);
    }

    @ParameterizedTest
    @CsvSource({"FINDINGS, findings.state", "AUDIT, audit.atWork", "SEARCH, search.state"})
    void nothingLongIsBegunWhileASliderMovesAndWhatIsShownIsMarked(ViewName view, String mark) {
        onWindow(() -> window.views().select(view));
        rest();
        assertThat(byId(mark).isVisible()).isFalse();
        for (int requests : new int[] {160, 200, 256}) {
            requests(requests);
            assertThat(byId(mark).isVisible()).isTrue();
        }
        assertThat(atOnce).isEmpty();
        assertThat(resting).hasSize(3);
        for (int i = 0; i < 2; i++) {
            onWindow(() -> resting.poll().run());
            assertThat(byId(mark).isVisible()).as("those in between are left out").isTrue();
        }
        rest();
        assertThat(byId(mark).isVisible()).isFalse();
    }

    @Test
    void findingsAreThoseOfTheLastPlanOnEveryPageAndUnfolded() {
        onWindow(() -> window.views().select(ViewName.FINDINGS));
        rest();
        page("whoholdswhat");
        onWindow(() -> session.edit(Change.of("test"), p -> p.withParallelism(p.parallelism().withPipeline(2))));
        rest();
        // 94 layers over 2 stages
        assertThat(words()).contains("Layers per stage\n47\n47\n47\n0", "32 query heads, 2 KV heads");
        page("howfaritgoes");
        Advice advice = Advice.of(Judge.judge(session.planProperty().get()));
        assertThat(words()).as("answers of a page that was not seen when they came").contains(advice.answers().stream()
                .filter(a -> a.question() == Question.LARGEST_BATCH).findFirst().orElseThrow().number());
        onWindow(() -> find(TitledPane.class, "findings.holds").setExpanded(true));
        assertThat(words()).contains("94 layers over PP 2: 47 a stage.");
        onWindow(() -> session.edit(Change.of("test"), p -> p.withParallelism(p.parallelism().withPipeline(1))));
        rest();
        assertThat(words()).doesNotContain("PP 2: 47 a stage");
    }

    // KV cache of the sample: 0.805 GB at 128 requests, so that 512 take 3.22 GB
    @Test
    @SuppressWarnings("unchecked")
    void theAuditIsThatOfTheLastPlan() {
        onWindow(() -> window.views().select(ViewName.AUDIT));
        requests(200);
        requests(512);
        rest();
        assertThat(((TableView<ClaimRow>) find(TableView.class, "audit.table")).getItems().stream().map(ClaimText::computed))
                .contains("3.22 GB").doesNotContain("0.805 GB");
        assertThat(session.planProperty().get()).satisfies(p -> assertThat(Load.REQUESTS.of(p)).isEqualTo(512));
    }

    private void rest() {
        while (!resting.isEmpty()) {
            onWindow(() -> resting.poll().run());
        }
    }

    private void requests(int count) {
        onWindow(() -> session.edit(Change.of("test"), p -> p.withWorkload(p.workload().withConcurrentRequests(count))));
    }

    private void page(String name) {
        onWindow(find(ToggleButton.class, "findings.page." + name)::fire);
    }

    private String words() {
        return String.join("\n", stage.getScene().getRoot().lookup(".findings").lookupAll(".label").stream()
                .map(Label.class::cast).map(Label::getText).toList()).replace('\u00a0', ' ');
    }
}
