package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** The view of layouts, on the sample of report 000 unless told otherwise: 10B MoE, 128 requests. */
class SearchViewTest extends WindowTest {

    private final SlowWork slow = new SlowWork();

    @Override
    Work work() {
        return slow.work();
    }

    private void look() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT9).release(KeyCode.CONTROL);
        settle();
    }

    private void show(String sample) {
        onWindow(() -> session.open(review(sample)));
        look();
    }

    @Test
    void setsTheNumbersOfReport000BesideEachOther() {
        show("report-000");
        // SearchTest holds the search against nested loops; these are its figures in search.md
        assertThat(column("GPUs")).containsExactly("16", "24", "32", "40");
        assertThat(column("Best layout")).containsExactly("TP8 EP8 DP2 SP", "TP8 EP8 DP3 SP", "TP8 EP8 DP4 SP",
                "TP8 EP8 DP5 SP");
        assertThat(column("tok/s/GPU")).containsExactly("876 tok/s", "783 tok/s", "715 tok/s", "649 tok/s");
        assertThat(column("TTFT")).containsExactly("1.77 s", "1.19 s", "886 ms", "720 ms");
        // 16 for tokens per GPU, 40 for TTFT, TPOT and tokens in all: search.md
        assertThat(column("Sweet spot").getFirst()).startsWith("★").contains("tok/s/GPU");
        assertThat(column("Sweet spot").get(1)).isEmpty();
        assertThat(column("Sweet spot").getLast()).startsWith("★").contains("TTFT", "TPOT", "tok/s");
        // 100 tokens/ms a GPU are impossible on a card of 20
        assertThat(text("search.waived")).contains("output tokens per GPU");
        assertThat(text("search.supported")).startsWith("3–40 of 1–40 GPUs");
        assertThat(text("search.distance")).contains("behind the front");
        assertThat(text("search.size")).contains("1 522 estimated + 153 proved away = 1 675 layouts");
        picture("search-000");
    }

    @Test
    void aClickOnAPointOfTheFrontAddsAPlanAndUndoTakesItAway() {
        show("report-000");
        Plan asked = session.planProperty().get();
        List<Plan> before = session.reviewProperty().get().plans();
        ChartCanvas chart = find(ChartCanvas.class, "chart.front");
        Spot spot = chart.spots().stream().filter(s -> s.text().startsWith("TP8 EP8 DP3 SP")).findFirst().orElseThrow();
        Point2D at = chart.localToScreen(spot.box().centerX(), spot.box().centerY());
        robot.moveTo(at).clickOn(MouseButton.PRIMARY);
        settle();
        Plan added = session.planProperty().get();
        assertThat(session.reviewProperty().get().plans()).hasSize(before.size() + 1).last().isSameAs(added);
        assertThat(added.parallelism()).isEqualTo(new Parallelism(8, 1, 3, 8, 1, true, List.of()));
        assertThat(added.requirements()).as("those that were left out too").isEqualTo(asked.requirements());
        assertThat(added.figures()).as("said of another layout").isEmpty();
        assertThat(session.undoLabelProperty().get()).isEqualTo("Add plan TP8 EP8 DP3 SP");
        picture("search-adopted");
        onWindow(session::undo);
        assertThat(session.reviewProperty().get().plans()).isEqualTo(before);
    }

    @Test
    void theBestOfEachNumberOfGpusStandsInTheChartToo() {
        show("report-000");
        ChartCanvas chart = find(ChartCanvas.class, "chart.front");
        List<Spot> rows = chart.spots().stream().filter(s -> s.key().startsWith("row.")).toList();
        assertThat(rows).extracting(s -> s.text().lines().findFirst().orElseThrow())
                .containsExactly("16 GPUs", "24 GPUs", "32 GPUs", "40 GPUs");
        // what the table says of 40 GPUs: 649 tokens/s a GPU, 4.88 ms
        assertThat(rows.getLast().text()).contains("TP8 EP8 DP5 SP");
        assertThat(rows).extracting(s -> s.box().centerX()).as("fewer GPUs make more each").isSortedAccordingTo(
                java.util.Comparator.reverseOrder());
    }

    @Test
    void aRowOfTheTableIsAddedByItsButton() {
        show("report-000");
        Button add = find(Button.class, "search.adopt");
        assertThat(add.isDisabled()).isTrue();
        onWindow(() -> table().getSelectionModel().select(3));
        onWindow(add::fire);
        assertThat(session.planProperty().get().name()).isEqualTo("TP8 EP8 DP5 SP");
        assertThat(session.planProperty().get().parallelism().data()).isEqualTo(5);
    }

    @Test
    void otherNumbersAreTypedAndWhatIsNoneIsSaid() {
        show("report-000");
        type("up to 8");
        assertThat(column("GPUs")).contains("4", "8").doesNotContain("16");
        type("some");
        assertThat(byId("search.problem").isVisible()).isTrue();
        assertThat(column("GPUs")).as("the answer before stays").contains("8");
        type("");
        assertThat(byId("search.problem").isVisible()).isFalse();
        assertThat(column("GPUs")).containsExactly("16", "24", "32", "40");
    }

    @Test
    void nothingIsSearchedWhileHiddenAndWhatIsOldIsMarked() {
        slow.isSlow = true;
        edit();
        assertThat(slow.waiting).as("hidden").isEmpty();
        look();
        assertThat(slow.waiting).hasSize(1);
        assertThat(find(Label.class, "search.state").getText()).startsWith("Searching");
        onWindow(() -> window.views().select(ViewName.PLAN));
        onWindow(() -> slow.waiting.forEach(Runnable::run));
        look();
        assertThat(slow.waiting).as("given up when hidden, so asked for again").hasSize(2);
        onWindow(slow.waiting.getLast());
        assertThat(find(Label.class, "search.state").isVisible()).isFalse();
        edit();
        assertThat(find(Label.class, "search.state").getText()).startsWith("Of the plan before");
        assertThat(find(Label.class, "search.state").isVisible()).isTrue();
        picture("search-stale");
        onWindow(slow.waiting.getLast());
        assertThat(find(Label.class, "search.state").isVisible()).isFalse();
    }

    @Test
    void whatDoesNotFitAndWhatHasNoFrontIsSaid() {
        look();
        onWindow(() -> session.edit(Change.of("test"), p -> p.withWorkload(p.workload().withConcurrentRequests(100_000))));
        assertThat(text("search.supported")).startsWith("None of 1–");
        assertThat(text("search.distance")).isEqualTo("No layout passes, so there is no front.");
        assertThat(find(ChartCanvas.class, "chart.front").spots()).isEmpty();
        assertThat(find(Button.class, "search.adopt").isDisabled()).isTrue();
        picture("search-nothing");
    }

    /** The figures are those of the command on the same space: SearchCommandTest and AlternativesTest hold the core. */
    @Test
    void everyAcceleratorHasALayoutOrSaysWhyNotAndARowIsAdopted() {
        show("report-003");
        onWindow(() -> find(ToggleButton.class, "search.kind.accelerators").fire());
        type("8");
        assertThat(accelerators().getItems()).hasSize(CATALOG.gpus().size());
        picture("which-gpu");
        List<String> reasons = cells("Best layout, or why there is none");
        List<String> gpus = cells("GPU");
        assertThat(reasons).allMatch(text -> !text.isEmpty()).anyMatch(text -> text.contains("the catalogue gives no "));
        TableColumn<Object, ?> cost = accelerators().getColumns().getLast();
        onWindow(() -> accelerators().getSortOrder().setAll(List.of(cost)));
        List<Double> costs = accelerators().getItems().stream().map(cost::getCellData).map(Double.class::cast).toList();
        assertThat(costs.stream().filter(v -> !v.isNaN()).toList()).as("sorted, unknown ones last").isSorted()
                .isEqualTo(costs.subList(0, (int) costs.stream().filter(v -> !v.isNaN()).count()));
        int plans = session.reviewProperty().get().plans().size();
        Button add = find(Button.class, "search.adopt");
        int l40s = cells("GPU").indexOf("L40S");
        onWindow(() -> accelerators().getSelectionModel().select(l40s));
        onWindow(add::fire);
        assertThat(session.planProperty().get().hardware().gpu().id()).isEqualTo("l40s");
        assertThat(session.reviewProperty().get().plans()).hasSize(plans + 1);
        onWindow(session::undo);
        assertThat(session.reviewProperty().get().plans()).hasSize(plans);
        assertThat(session.index()).as("the plan before, not the last").isZero();
        assertThat(gpus).contains("L40S");
    }

    @Test
    void aDegreeThatMovesSearchesNothingAnew() {
        slow.isSlow = true;
        onWindow(() -> session.open(review("deepseek-v3-16xh100-sxm")));
        look();
        onWindow(slow.waiting.getLast());
        int asked = slow.waiting.size();
        String before = text("search.distance");
        onWindow(() -> session.edit(Change.of("PP"), p -> p.withParallelism(
                new Parallelism(4, 4, 1, 4, 1, false, List.of()))));
        assertThat(slow.waiting).hasSize(asked);
        assertThat(find(Label.class, "search.state").isVisible()).isFalse();
        assertThat(text("search.distance")).as("its own place moves").isNotEqualTo(before);
        edit();
        assertThat(slow.waiting).as("a load is another question").hasSize(asked + 1);
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> accelerators() {
        return find(TableView.class, "search.accelerators");
    }

    private List<String> cells(String title) {
        TableColumn<Object, ?> column = accelerators().getColumns().stream().filter(c -> c.getText().equals(title))
                .findFirst().orElseThrow();
        return accelerators().getItems().stream().map(item -> plain(String.valueOf(column.getCellData(item)))).toList();
    }

    private void edit() {
        onWindow(() -> session.edit(Change.of("test"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(p.workload().concurrentRequests() + 1))));
    }

    private void type(String text) {
        TextField field = find(TextField.class, "search.gpus");
        onWindow(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<Object> table() {
        return find(TableView.class, "search.alternatives");
    }

    private List<String> column(String title) {
        TableColumn<Object, ?> column = table().getColumns().stream().filter(c -> c.getText().equals(title)).findFirst()
                .orElseThrow();
        return table().getItems().stream().map(item -> plain(String.valueOf(column.getCellData(item)))).toList();
    }

    private String text(String id) {
        return plain(find(Label.class, id).getText());
    }

    /** With ordinary spaces. */
    private static String plain(String text) {
        return text.replace('\u2009', ' ').replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
