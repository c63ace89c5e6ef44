package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.NumberFormat;
import io.headroom.format.ByteUnits;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Note;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;

/** What the window says of plans that do not fit, are not legal, or have no numbers. */
class StatesTest extends WindowTest {

    @Test
    void aPlanThatDoesNotFitShowsByHowMuchAndGreysItsTimes() {
        // 235 billion parameters in bf16 on one GPU of 64 GB
        change(p -> p.withParallelism(p.parallelism().withTensor(1).withPipeline(1).withExpert(1))
                .withPrecision(p.precision().withWeights(NumberFormat.BF16)));
        assertThat(tile("tile.verdict")).contains("✗ Does not fit");
        assertThat(tile("tile.memory")).contains("of 64.0 GB, over by");
        assertThat(tile("tile.tpot")).contains("if it fitted");
        assertThat(find(Labeled.class, "tile.tpot.value").getStyleClass()).contains("hr-stale");
        assertThat(sentence("chart.memory")).contains("over by");
        assertThat(sentence("chart.ttft")).contains("if it fitted");
    }

    @Test
    void aPlanThatBreaksARuleIsNotLegalAndNamesTheRule() {
        change(p -> p.withParallelism(p.parallelism().withTensor(3).withExpert(3)));
        assertThat(tile("tile.verdict")).contains("✗ Not legal").contains("broken");
        assertThat(texts().replace('\u00a0', ' ')).contains("64 heads / TP 3 is not whole");
        assertThat(tile("tile.tpot")).contains("if it were legal").doesNotContain("fitted");
        assertThat(sentence("chart.ttft")).contains("if it were legal").doesNotContain("fitted");
    }

    @Test
    void whereGroupsAreNotWholeNoNumbersAreShownAndChartsSayWhy() {
        change(p -> p.withParallelism(p.parallelism().withTensor(6).withExpert(4)));
        assertThat(tile("tile.memory")).contains("–").doesNotContain("12.5");
        assertThat(sentence("chart.memory")).contains("No numbers").contains("cannot be split");
        assertThat(sentence("chart.tpot")).contains("cannot be split");
    }

    @Test
    void aFigureThatTheCatalogueLacksIsNamed() {
        change(p -> p.withHardware(Hardware.of(CATALOG.gpu("tpu7x").orElseThrow())));
        assertThat(sentence("chart.memory")).contains("TPU7x").contains("hbmBytesPerSecond");
    }

    @Test
    void timesByValidatedFiguresShowWhereMeasurementsLie() {
        assertThat(tile("tile.tpot")).doesNotContain("p10–p90");
        change(p -> p.withAssumptions(p.assumptions().withProfile(CATALOG.profile("calibrated").orElseThrow())));
        assertThat(tile("tile.ttft")).contains("p10–p90").contains("extrapolated");
        assertThat(tile("tile.tpot")).contains("p10–p90");
        assertThat(tile("tile.throughput")).contains("p10–p90");
        assertThat(tile("tile.memory")).doesNotContain("p10–p90");
        assertThat(sentence("chart.tpot")).contains("measurements lie at");
    }

    @Test
    void openedAssumptionsStayWithinTheirColumn() {
        onWindow(() -> ((TitledPane) stage.getScene().getRoot().lookup(".assumptions")).setExpanded(true));
        Node column = stage.getScene().getRoot().lookup(".inputs-scroll").lookup(".viewport");
        double right = column.localToScene(column.getLayoutBounds()).getMaxX();
        assertThat(column.lookupAll(".input-row")).hasSizeGreaterThan(20).allSatisfy(row ->
                assertThat(row.localToScene(row.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(right));
        picture("assumptions");
    }

    @Test
    void aNoteMakesNoOtherPlanOfTheBaseline() {
        assertThat(tile("tile.ttft")).doesNotContain("△");
        change(p -> p.withNotes(List.of(new Note("ttft.burst.last", "Is that so?", Extras.NONE))));
        assertThat(tile("tile.ttft")).doesNotContain("△");
        assertThat(session.shown().isAgainstItself()).isTrue();
        change(p -> p.withParallelism(p.parallelism().withData(2)));
        assertThat(tile("tile.ttft")).contains("△");
    }

    @Test
    void withoutARequirementNoLimitIsDrawnOrClaimed() {
        change(p -> p.withRequirements(List.of()));
        assertThat(tile("tile.verdict")).contains("no limits set");
        assertThat(tile("tile.ttft")).contains("no limit set");
    }

    @Test
    void gibibytesChangeEveryNumberOfBytesAndNothingElse() {
        String ttft = tile("tile.ttft");
        assertThat(tile("tile.memory")).contains("12.5|GB").contains("of 64.0 GB");
        onWindow(() -> session.byteUnitsProperty().set(ByteUnits.GIB));
        // 64 GB / 1.073741824 = 59.6 GiB
        assertThat(tile("tile.memory")).contains("GiB").contains("of 59.6 GiB").doesNotContain(" GB");
        assertThat(tile("tile.ttft")).isEqualTo(ttft);
        assertThat(sentence("chart.memory")).contains("GiB").doesNotContain(" GB");
    }

    @Test
    void aBaselineThatIsThePlanItselfLeavesNoDifferences() {
        drop();
        assertThat(tile("tile.memory")).contains("△");
        onWindow(session::setBaseline);
        assertThat(tile("tile.memory")).doesNotContain("△");
        assertThat(texts()).doesNotContain("△ +");
    }

    private void drop() {
        change(p -> p.withWorkload(p.workload().withConcurrentRequests(4096)));
    }

    private void change(UnaryOperator<Plan> edit) {
        onWindow(() -> session.edit(Change.of("test"), edit));
    }

    private String sentence(String chart) {
        return find(Node.class, chart).getAccessibleText();
    }

    private String texts() {
        onWindow(() -> {
            if (stage.getScene().getRoot().lookup(".side") == null) {
                window.toggleDrawer();
            }
        });
        return stage.getScene().getRoot().lookupAll(".label").stream().map(n -> ((Labeled) n).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aWindowMadeWiderShowsWhatItsThirdColumnHolds() {
        double before = stage.getWidth();
        try {
            onWindow(() -> stage.setWidth(1500));
            assertThat(stage.getScene().getRoot().lookupAll(".side-item")).isNotEmpty();
        } finally {
            // the stage is that of all tests
            onWindow(() -> stage.setWidth(before));
        }
    }
}
