package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.chart.scatter.Scatter;
import io.headroom.ui.view.ViewName;
import io.headroom.validate.HeldOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validation view with the public measurements, on the sample of report 003, whose plans have measured figures. */
class ValidationViewTest extends WindowTest {

    private static final String HEADER = "id,model,gpu,n_gpus,tp,pp,dp,ep,framework,weight_dtype,isl,osl,concurrency,"
            + "metric,unit,value\n";

    // the cell of the first of the columns of errors
    private static final int IN_FIT = 3;

    @TempDir
    Path folder;

    @Override
    Opened sample() {
        return Samples.read("report-003", CATALOG);
    }

    @BeforeEach
    void switchByKeys() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
        settle();
    }

    @Test
    void takesTheWidthOfInputsAndSideAndGivesItBack() {
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.VALIDATION);
        assertThat(stage.getScene().getRoot().lookup(".inputs-scroll")).isNull();
        assertThat(find(ToggleButton.class, "view.validation").isSelected()).isTrue();
        picture("validation");
        onWindow(() -> find(ToggleButton.class, "view.plan").fire());
        assertThat(stage.getScene().getRoot().lookup(".inputs-scroll")).isNotNull();
        assertThat(byId("chart.memory").getScene()).isNotNull();
    }

    // validation.md of the documentation, made by another program
    @Test
    void saysTheErrorsThatTheDocumentationSays() throws IOException {
        saysWhatThePageSays("TPOT", IN_FIT);
        onWindow(() -> find(ToggleButton.class, "scope.ttft").fire());
        saysWhatThePageSays("TTFT", IN_FIT);
        assertThat(byId("chart.validation").getAccessibleText()).contains("897 rows").contains("TTFT");
    }

    @Test
    void saysTheErrorsOfFitsThatHaveNotSeenARow() throws IOException {
        List<HeldOut> columns = List.of(HeldOut.NOTHING, HeldOut.MODEL, HeldOut.ACCELERATOR, HeldOut.ENGINE, HeldOut.SOURCE,
                HeldOut.CONFIGURATION);
        for (HeldOut kind : columns) {
            onWindow(() -> heldOut().setValue(kind));
            saysWhatThePageSays("TPOT", IN_FIT + columns.indexOf(kind));
            assertThat(text("validation.fit")).startsWith(kind.meaning().substring(0, 20)).contains("Weakest");
        }
        picture("held-out");
        int all = spots().size();
        onWindow(() -> find(CheckBox.class, "validation.doubted").fire());
        assertThat(spots()).as("what is screened took no part in the fits").hasSize(all);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<HeldOut> heldOut() {
        return find(ComboBox.class, "validation.heldout");
    }

    /** Rows and errors as Calibrate wrote them: "| TPOT | 1041 | 5.1 / 20 / -0 | 10.0 / ...". */
    private void saysWhatThePageSays(String quantity, int column) throws IOException {
        String[] cells = Files.readAllLines(Path.of("src/site/markdown/validation.md")).stream()
                .filter(line -> line.startsWith("| " + quantity + " |")).findFirst().orElseThrow().split("\\s*\\|\\s*");
        String[] errors = cells[column].split(" / ");
        assertThat(text("validation.rows").replace(" ", "")).isEqualTo(cells[2]);
        double median = Double.parseDouble(errors[0]);
        // seven TPOT rows of anlttft are fitted with the output length of their TTFT row: a tenth of a median
        assertThat(percent("validation.medianerror")).isCloseTo(median, within(median < 10 ? 0.06 : 0.51));
        assertThat(percent("validation.90thpercentile")).isCloseTo(Double.parseDouble(errors[1]), within(0.6));
        assertThat(percent("validation.bias")).isCloseTo(Double.parseDouble(errors[2]), within(0.6));
    }

    private double percent(String id) {
        return Double.parseDouble(text(id).replace('−', '-').replaceAll("[^-+0-9.]", ""));
    }

    // sample-plans/report-003.json: five plans, each with a measured TTFT, E2E and output tokens/s; no TPOT
    @Test
    void drawsTheMeasuredFiguresOfTheReviewBesideAndAlone() {
        assertThat(text("validation.own")).startsWith("◆ 15 measured figures of this review").doesNotContain("TPOT");
        onWindow(() -> find(ToggleButton.class, "scope.e2e").fire());
        assertThat(spots()).anyMatch(s -> s.equals("plan:vllm:e2e.steady"));
        assertThat(text("validation.own")).contains("E2E off by").contains("(median of 5)");
        int all = spots().size();
        assertThat(all).isGreaterThan(1000);
        picture("own");
        onWindow(() -> find(CheckBox.class, "validation.alone").fire());
        assertThat(spots()).hasSize(5);
        assertThat(text("validation.rows")).isEqualTo("5");
        picture("own-only");
        onWindow(() -> find(CheckBox.class, "validation.alone").fire());
        assertThat(spots()).hasSize(all);
    }

    @Test
    void filtersByEngineFromItsMenuAndShowsAllAgain() {
        MenuButton engine = find(MenuButton.class, "filter.engine");
        onWindow(engine::show);
        CustomMenuItem sglang = engine.getItems().stream().map(CustomMenuItem.class::cast)
                .filter(i -> "sglang".equals(i.getUserData())).findFirst().orElseThrow();
        onWindow(sglang::fire);
        picture("filter-menu");
        onWindow(engine::hide);
        // validation.md: sglang TPOT 160 rows, 6.3 %
        assertThat(text("validation.rows")).isEqualTo("160");
        assertThat(text("validation.medianerror")).isEqualTo("7.5 %");
        assertThat(engine.getText()).isEqualTo("sglang");
        onWindow(() -> session().selectionProperty().set(session().selectionProperty().get()
                .withFilter(io.headroom.session.validation.Facet.GPU, java.util.Set.of("a10"))));
        assertThat(text("validation.rows")).isEqualTo("0");
        assertThat(spots()).isEmpty();
        picture("empty");
        onWindow(() -> find(javafx.scene.control.Button.class, "validation.reset").fire());
        assertThat(text("validation.rows")).isEqualTo("1 041");
    }

    // validation.md, Memory: weights 46 and 7 rows, 0.2 and 0.5 % in the median, KV tokens 39, 9 (blis) and 3 rows, GiB 44 and 4
    @Test
    void memoryIsDrawnAndIsTheSameByEveryFit() {
        onWindow(() -> find(ToggleButton.class, "scope.weights").fire());
        picture("weights");
        assertThat(text("validation.rows")).isEqualTo("53");
        assertThat(percent("validation.medianerror")).isBetween(0.1, 0.5);
        assertThat(labels()).contains("Nothing is fitted to these rows").doesNotContain("in-fit").doesNotContain("Nearest in load");
        onWindow(() -> find(ToggleButton.class, "scope.kv_cache").fire());
        assertThat(text("validation.rows")).isEqualTo("48");
        onWindow(() -> find(ToggleButton.class, "scope.kv_tokens").fire());
        picture("kv-tokens");
        assertThat(text("validation.rows")).isEqualTo("51");
        String median = text("validation.medianerror");
        onWindow(() -> heldOut().getSelectionModel().select(HeldOut.MODEL));
        assertThat(text("validation.rows")).isEqualTo("51");
        assertThat(text("validation.medianerror")).isEqualTo(median);
    }

    @Test
    void theTableHasTheNumbersOfTheChartAndLightsAGroupUp() {
        TableView<Comparison.Line> table = table("validation.errors");
        assertThat(table.getItems().stream().mapToInt(l -> l.statistics().count()).sum()).isEqualTo(1041);
        onWindow(() -> table.getSelectionModel().select(1));
        assertThat(session().selectionProperty().get().group()).isEqualTo(table.getItems().get(1).group());
        picture("group");
        onWindow(() -> find(ComboBox.class, "validation.grouping").getSelectionModel().select(
                io.headroom.validate.Grouping.GPU));
        assertThat(table.getItems()).extracting(Comparison.Line::group).contains("h100-sxm", "b200-sxm");
        picture("gpus");
        onWindow(() -> find(ToggleButton.class, "validation.page.rows").fire());
        assertThat(this.<Object>table("validation.rows.table").getItems()).hasSize(1041);
        onWindow(() -> this.<Object>table("validation.rows.table").getSelectionModel().select(3));
        picture("rows");
        onWindow(() -> find(ToggleButton.class, "validation.page.notcounted").fire());
        // counted by the reader's own test: 322 kernels, 201 collectives, 637 of tier C
        assertThat(labels()).contains("637").contains("tier C").contains("one kernel, not a deployment");
        picture("left-out");
        onWindow(() -> find(CheckBox.class, "validation.doubted").fire());
        assertThat(spots().size()).isGreaterThan(1041);
        assertThat(text("validation.rows")).as("screened rows enter no table").isEqualTo("1 041");
        picture("doubted");
    }

    @Test
    void showsAFileOfOnesOwnAndSaysWhichLinesItCannotRead() throws IOException {
        prompts.measurements = file(HEADER + "mine:a,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,1024,128,16,tpot_ms,ms,9\n"
                + "mine:b,Llama-9,H100,1,1,1,1,1,vLLM,bf16,1024,128,16,tpot_ms,ms,9\n");
        robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
        settle();
        assertThat(spots()).contains("mine:a");
        assertThat(text("validation.own")).contains("own.csv: 1 of 2 rows");
        assertThat(text("validation.problem")).contains("own.csv:3").contains("model not in the catalogue");
        assertThat(text("validation.basis")).contains("profile \"calibrated\"").contains("not with this plan's own");
        picture("imported");
    }

    @Test
    void aFileThatIsNoneIsRefusedWithItsPlaceAndLeavesTheViewAsItIs() throws IOException {
        prompts.measurements = file("id,model\nx,y\n");
        onWindow(() -> find(javafx.scene.control.Button.class, "validation.import").fire());
        assertThat(text("validation.problem")).startsWith("✗ Could not read own.csv").contains("own.csv:1")
                .contains("metric");
        picture("refused");
        prompts.measurements = folder.resolve("none.csv");
        onWindow(() -> find(javafx.scene.control.Button.class, "validation.import").fire());
        assertThat(text("validation.problem")).contains("There is no file");
        assertThat(text("validation.rows")).isEqualTo("1 041");
    }

    @Test
    void saysWhatItMeansForThePlanAndThatErrorsAreInFit() {
        assertThat(text("validation.plan")).contains("Llama-3.1-8B").contains("H100").contains("TPOT off by");
        assertThat(text("validation.fit")).contains("in-fit");
        onWindow(() -> session.select(1));
        assertThat(text("validation.plan")).startsWith("vllm (");
    }

    @Test
    void dotsAreReachedByKeysAndSaySoAloud() {
        onWindow(() -> byId("chart.validation").requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT);
        assertThat(byId("chart.validation").getAccessibleText()).contains("measured").contains("predicted");
        picture("hover");
    }

    private ValidationSession session() {
        return window.validation();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), text);
    }

    private List<String> spots() {
        return find(Scatter.class, "chart.validation").spots().stream().map(s -> s.key()).toList();
    }

    @SuppressWarnings("unchecked")
    private <T> TableView<T> table(String id) {
        return find(TableView.class, id);
    }

    private String labels() {
        return String.join("\n", stage.getScene().getRoot().lookupAll(".label").stream().map(Label.class::cast)
                .map(Label::getText).toList());
    }

    /** Keeps a picture where a folder for it is named, to be looked at. */
    private String text(String id) {
        return find(Labeled.class, id).getText();
    }
}
