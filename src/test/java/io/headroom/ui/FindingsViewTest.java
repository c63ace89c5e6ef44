package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Load;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The view of findings on the sample of report 001 (Qwen3-235B: 64 heads, 4 KV heads, 94 layers; TP 2, PP 4, EP 8). */
class FindingsViewTest extends WindowTest {

    private final SlowWork slow = new SlowWork();

    @Override
    Work work() {
        return slow.work();
    }

    private void look() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        settle();
    }

    @Test
    void saysWhatAnIllegalPlanBreaksAndAClickOnAFixMendsItAndUndoBringsItBack() {
        look();
        // 64 heads and 4 KV heads: 3 divides neither, 2 and 4 divide both; EP 1 so that groups of GPUs stay whole
        edit(p -> p.withParallelism(p.parallelism().withTensor(3).withExpert(1)));
        Plan broken = session.planProperty().get();
        assertThat(words()).contains("Error", "64 heads / TP 3", "4 KV heads");
        assertThat(words().indexOf("Error")).isLessThan(words().indexOf("Warning"));
        picture("illegal");
        int before = session.historyPosition();
        onWindow(button("TP 3 → 4")::fire);
        assertThat(session.planProperty().get().parallelism().tensor()).isEqualTo(4);
        assertThat(session.judgementProperty().get().isLegal()).isTrue();
        assertThat(session.undoLabelProperty().get()).isEqualTo("TP 3 → 4");
        assertThat(session.historyPosition()).isEqualTo(before + 1);
        assertThat(words()).doesNotContain("heads / TP 3");
        picture("mended");
        onWindow(session::undo);
        assertThat(session.planProperty().get()).isEqualTo(broken);
        assertThat(words()).contains("64 heads / TP 3");
    }

    @Test
    void aPlanThatDoesNotFitHasAFixThatMakesItFit() {
        look();
        // 128 requests keep 0.8 GB of KV cache on a GPU, 16,384 keep 128 times as much: 103 GB of 64
        edit(p -> p.withWorkload(p.workload().withConcurrentRequests(16_384)));
        assertThat(session.judgementProperty().get().fits()).isFalse();
        assertThat(tile("tile.memory")).contains("over by");
        List<Button> fixes = stage.getScene().getRoot().lookupAll(".fix-button").stream().map(Button.class::cast).toList();
        assertThat(fixes).isNotEmpty();
        onWindow(fixes.getFirst()::fire);
        assertThat(session.judgementProperty().get().fits()).isTrue();
        assertThat(tile("tile.memory")).doesNotContain("over by");
    }

    @Test
    void everyFixSaysWhatItCostsElsewhere() {
        look();
        // the report's own plan needs 12.5 GB of 64: without its 4 stages it needs a quarter of the 32 GPUs
        assertThat(words()).contains("PP 4 is not needed").contains("GPUs 32 → 8");
        assertThat(button("PP 4 → 1").getAccessibleText().replace('\u00a0', ' ')).contains("GPUs 32 → 8");
    }

    @Test
    void aRequirementThatCannotBeMetSaysItsBoundTheMfuAndWhatItCouldBe() {
        show("report-000");
        // by hand in the reports' notes: 400 TFLOP/s / 20 GFLOP = 20 tokens/ms, at 60 % 12, 100 / 12 = 8.33
        assertThat(words()).contains("Output tokens per GPU: impossible", "the bound is 20.0 tokens/ms",
                "400 TFLOP/s × 60 % = 240 TFLOP/s, enough for 12.0 tokens/ms: 8.33× too little",
                "could be revised to", "201 GPUs");
        assertThat(words()).contains("Left out, because missed in any case: Output tokens per GPU");
        picture("impossible");
    }

    @Test
    void anAnswerIsAdoptedInOneStep() {
        look();
        int before = session.planProperty().get().workload().concurrentRequests();
        onWindow(find(Button.class, "adopt.LARGEST_BATCH")::fire);
        Judgement there = session.judgementProperty().get();
        assertThat(there.requirements()).noneMatch(RequirementStatus::isMissed);
        assertThat(Judge.judge(Load.REQUESTS.with(there.plan(), Load.REQUESTS.of(there.plan()) + 1)).requirements())
                .as("one request more").anyMatch(RequirementStatus::isMissed);
        assertThat(find(Button.class, "adopt.LARGEST_BATCH").isVisible()).as("the plan is there").isFalse();
        assertThat(session.undoLabelProperty().get()).startsWith("largest batch");
        picture("adopted");
        onWindow(session::undo);
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(before);
    }

    @Test
    void theRankMapShowsEveryGpuOf128AndSaysWhichGroupsCrossNodes() {
        show("report-002");
        page("whoholdswhat");
        ChartCanvas map = find(ChartCanvas.class, "chart.ranks");
        // report 002: 16 × PP 2 × DP 4 = 128 GPUs in nodes of 8; EP 16 > 8 leaves a node, TP 4 does not
        assertThat(map.spots()).hasSize(128);
        assertThat(map.getAccessibleText()).contains("128 GPUs in 16 nodes of 8", "TP 4 inside a node, 200 GB/s",
                "EP 16 crosses nodes, 50.0 GB/s");
        assertThat(map.spots().get(37).text()).startsWith("GPU 37, node 4\nreplica 1, stage 0, TP 1, attention 1, EP 5");
        picture("ranks-002");
    }

    @Test
    void theRankMapOfOneReplicaNamesItsStages() {
        onWindow(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        look();
        page("whoholdswhat");
        // report 001: 94 layers over 4 stages of 8 GPUs, 24, 24, 23 and 23; each stage is a node
        assertThat(find(ChartCanvas.class, "chart.ranks").spots()).hasSize(32).last()
                .satisfies(spot -> assertThat(spot.text()).startsWith("GPU 31, node 3").contains("23 layers"));
        assertThat(words()).contains("32 query heads, 2 KV heads, 16 routed experts.", "23.5", "0.250");
        picture("ranks-001");
        onWindow(() -> session.select(1));
        picture("ranks-001-optimized");
    }

    @Test
    void theRankMapStaysReadableWithFarMoreGpusThanPixels() {
        show("report-002");
        page("whoholdswhat");
        edit(p -> p.withParallelism(p.parallelism().withTensor(16).withContext(32).withData(64)));
        ChartCanvas map = find(ChartCanvas.class, "chart.ranks");
        assertThat(map.spots()).hasSizeBetween(16, 512)
                .allMatch(spot -> spot.box().width() >= 4 && spot.box().height() >= 3);
        assertThat(map.spots().getFirst().text()).startsWith("GPUs 0 to ");
        picture("ranks-many");
    }

    @Test
    void unknownValuesAreSaidAndBreakNothing() {
        look();
        // no figures of links and prices, no limits, and groups that are not whole: no numbers at all
        edit(p -> p.withRequirements(List.of()));
        assertThat(words()).contains("No limit is set");
        picture("no-limits");
        edit(p -> p.withParallelism(p.parallelism().withTensor(3).withExpert(8)));
        assertThat(session.judgementProperty().get().estimate()).isEmpty();
        assertThat(words()).contains("Error", "The plan is not legal", "Fewest GPUs");
        picture("no-numbers");
        page("whoholdswhat");
        assertThat(words()).contains("There is nothing to divide");
        picture("no-division");
    }

    @Test
    void theRulesThatHoldAreFoldedWithTheirReasons() {
        look();
        TitledPane holds = find(TitledPane.class, "findings.holds");
        assertThat(holds.isExpanded()).isFalse();
        onWindow(() -> holds.setExpanded(true));
        assertThat(words()).contains("94 layers over PP 4: 23 or 24 a stage.").contains("64 heads / TP 2 = 32.");
        picture("holds");
    }

    @Test
    void whatIsOldIsMarkedAndItsFixesAreNotDone() {
        look();
        Plan plan = session.planProperty().get();
        slow.isSlow = true;
        Button old = button("PP 4 → 1");
        edit(p -> p.withParallelism(p.parallelism().withData(2)));
        assertThat(find(Label.class, "findings.state").isVisible()).isTrue();
        Plan now = session.planProperty().get();
        onWindow(old::fire);
        assertThat(session.planProperty().get()).isSameAs(now);
        picture("stale");
        edit(p -> p.withParallelism(p.parallelism().withData(1)));
        assertThat(session.planProperty().get()).isEqualTo(plan);
        assertThat(find(Label.class, "findings.state").isVisible()).as("what is there is right again").isFalse();
        edit(p -> p.withParallelism(p.parallelism().withData(4)));
        onWindow(() -> slow.waiting.forEach(Runnable::run));
        assertThat(find(Label.class, "findings.state").isVisible()).isFalse();
        assertThat(words()).contains("DP 4");
    }

    @Test
    void aViewThatIsNotShownAsksForNothing() {
        slow.isSlow = true;
        edit(p -> p.withParallelism(p.parallelism().withData(2)));
        assertThat(slow.waiting).isEmpty();
        look();
        assertThat(slow.waiting).hasSize(1);
        onWindow(() -> window.views().select(ViewName.PLAN));
        onWindow(() -> slow.waiting.forEach(Runnable::run));
        look();
        assertThat(slow.waiting).as("given up when hidden, so asked for again").hasSize(2);
    }

    private void show(String sample) {
        onWindow(() -> session.open(review(sample)));
        look();
    }

    private void page(String name) {
        onWindow(find(ToggleButton.class, "findings.page." + name)::fire);
    }

    private void edit(UnaryOperator<Plan> edit) {
        onWindow(() -> session.edit(Change.of("test"), edit));
    }

    private Button button(String text) {
        return stage.getScene().getRoot().lookupAll(".fix-button").stream().map(Button.class::cast)
                .filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
    }

    private String words() {
        return String.join("\n", stage.getScene().getRoot().lookup(".findings").lookupAll(".label").stream()
                .map(Label.class::cast).map(Label::getText).toList()).replace('\u00a0', ' ');
    }

    /** Keeps a picture where a folder for it is named, to be looked at. */
}
