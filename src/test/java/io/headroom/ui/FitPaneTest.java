package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Knob;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import io.headroom.session.fit.FitRow;
import io.headroom.session.fit.FitTable;
import io.headroom.ui.view.ViewName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of validation.md by clicks: report 003, five engines on one H100 with Llama-3.1-8B. */
class FitPaneTest extends WindowTest {

    private static final String HEADER = "id,model,gpu,n_gpus,tp,pp,dp,ep,framework,weight_dtype,isl,osl,concurrency,"
            + "metric,unit,value\n";
    private static final String STEP = "fit.knob.overheadPerStepSeconds";

    @TempDir
    Path folder;

    @Override
    Opened sample() {
        return Samples.read("report-003", CATALOG);
    }

    @BeforeEach
    void openTheFit() {
        onWindow(() -> session.select(1));
        onWindow(() -> window.views().select(ViewName.VALIDATION));
        click("validation.fit.open");
    }

    // the report: 130.85 tokens/s in 7859.38 ms for bf16, 187.08 tokens/s in 5502.63 ms for FP8; 1,030 tokens are their product
    @Test
    void theEightBitRowFollowsFromTheSixteenBitRowWithinFivePercent() {
        assertThat(rows()).hasSize(15);
        picture("fit-start");
        click("fit.calibrated");
        click("fit.use.vllm:e2e.steady");
        click(STEP);
        picture("fit-chosen");
        click("fit.fit");
        picture("fit-found");
        assertThat(after("vllm:e2e.steady").errorAfter()).isCloseTo(0, within(0.001));
        for (String row : List.of("vllm_fp8_quantization:e2e.steady", "vllm_fp8_quantization:throughput.outputTokens")) {
            assertThat(after(row).isChosen()).isFalse();
            assertThat(after(row).errorAfter()).as(row).isCloseTo(0, within(0.05));
        }
        assertThat(after("vllm_fp8_quantization:e2e.steady").fitted()).isCloseTo(5.50263, within(5.50263 * 0.05));
        assertThat(text("fit.unused")).startsWith("Not used (14): median error");
        assertThat(labels()).contains("used in the fit").contains("not used in the fit");
        Plan before = session.planProperty().get();
        click("fit.adoptAll");
        assertThat(session.undoLabelProperty().get()).startsWith("Fit to 1 measurement, all plans: profile calibrated, "
                + "Overhead per step");
        assertThat(text("fit.message")).startsWith("✓ Adopted");
        picture("fit-adopted");
        onWindow(() -> session.select(2));
        assertThat(session.judgementProperty().get().value(Metric.E2E_STEADY)).isCloseTo(5.50263, within(5.50263 * 0.05));
        onWindow(session::undo);
        assertThat(session.reviewProperty().get().plans().get(1)).isEqualTo(before);
    }

    @Test
    void onlyWhatTheMeasurementsTellCanBeChosenAndTheReasonIsSaid() {
        assertThat(find(CheckBox.class, STEP).isDisabled()).isTrue();
        assertThat(text("fit.remark.mbu")).isEqualTo("choose a measurement first");
        assertThat(byId("fit.fit").isDisabled()).isTrue();
        click("fit.use.vllm:e2e.steady");
        // one GPU sends nothing; 1,030 steps of 8 ms hide any time before the first
        assertThat(find(CheckBox.class, "fit.knob.linkEfficiency").isDisabled()).isTrue();
        assertThat(text("fit.remark.linkEfficiency")).isEqualTo("no chosen measurement depends on it");
        click(STEP);
        assertThat(find(CheckBox.class, "fit.knob.mbu").isDisabled()).isTrue();
        assertThat(text("fit.remark.mbu")).isEqualTo("these measurements cannot tell it from Overhead per step");
        picture("fit-not-told");
        click("fit.use.vllm_fp8_quantization:e2e.steady");
        assertThat(find(CheckBox.class, "fit.knob.mbu").isDisabled()).isFalse();
        click("fit.use.vllm:e2e.steady");
        click("fit.use.vllm_fp8_quantization:e2e.steady");
        assertThat(find(CheckBox.class, STEP).isSelected()).isFalse();
        assertThat(byId("fit.fit").isDisabled()).isTrue();
    }

    @Test
    void whatWasFoundIsOldWhenSomethingChangesAndCanBeDiscarded() {
        click("fit.use.vllm:e2e.steady");
        click(STEP);
        click("fit.fit");
        double overhead = session.planProperty().get().assumptions().constants().get(Knob.OVERHEAD_PER_STEP);
        click("fit.use.vllm:ttft.alone");
        assertThat(text("fit.message")).startsWith("! Plans, measurements or choices have changed since");
        assertThat(byId("fit.adopt").isDisabled()).isTrue();
        assertThat(labels()).contains("before the change");
        picture("fit-old");
        click("fit.use.vllm:ttft.alone");
        assertThat(byId("fit.adopt").isDisabled()).as("the same choice again").isFalse();
        click("fit.discard");
        assertThat(session.dirtyProperty().get()).isFalse();
        assertThat(session.planProperty().get().assumptions().constants().get(Knob.OVERHEAD_PER_STEP))
                .isEqualTo(overhead);
        click("fit.fit");
        click("fit.adopt");
        assertThat(session.planProperty().get().assumptions().isGiven(Knob.OVERHEAD_PER_STEP)).isTrue();
        assertThat(session.reviewProperty().get().plans().get(2).assumptions().isGiven(Knob.OVERHEAD_PER_STEP)).isFalse();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        settle();
        assertThat(session.planProperty().get().assumptions().isGiven(Knob.OVERHEAD_PER_STEP)).isFalse();
    }

    @Test
    void rowsOfAFileAreFittedToo() throws IOException {
        prompts.measurements = Files.writeString(folder.resolve("own.csv"), HEADER
                + "mine:a,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,1024,128,16,tpot_ms,ms,14\n"
                + "mine:b,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,1024,128,64,tpot_ms,ms,12\n"
                + "mine:c,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,1024,128,64,weights_memory,GiB,15\n");
        click("fit.import");
        assertThat(rows()).hasSize(17);
        assertThat(text("fit.basis")).contains("own.csv").contains("the assumptions of vllm");
        click("fit.calibrated");
        assertThat(text("fit.basis")).contains("the profile \"calibrated\"");
        onWindow(() -> find(TableView.class, "fit.rows").scrollTo(16));
        click("fit.use.line 2:mine:a");
        click(STEP);
        click("fit.fit");
        picture("fit-file");
        assertThat(after("line 2:mine:a").errorAfter()).isCloseTo(0, within(0.001));
    }

    // a file of some thousand rows weighs 10 MB and more; that nothing else holds them is for the long random use to show
    @Test
    void measurementsThatAreTakenAwayAreLetGoWhileAnotherViewIsShown() throws IOException {
        prompts.measurements = Files.writeString(folder.resolve("own.csv"), HEADER
                + "mine:a,Llama-3.1-8B,H100,1,1,1,1,1,vLLM,bf16,1024,128,1,tpot_ms,ms,8\n");
        click("fit.import");
        assertThat(rows()).hasSize(16);
        onWindow(() -> window.views().select(ViewName.PLAN));
        onWindow(() -> window.validation().close());
        assertThat(window.fit().tableProperty().get()).isEqualTo(FitTable.EMPTY);
        onWindow(() -> window.views().select(ViewName.VALIDATION));
        assertThat(rows()).as("the fit is still what is shown").hasSize(15);
    }

    @Test
    void thereIsSomethingToReadWhereNothingWasMeasured() {
        onWindow(() -> session.editAll(io.headroom.session.Change.of("x"), p -> new Plan(p.name(), p.model(), p.modelJson(),
                p.hardware(), p.precision(), p.parallelism(), p.workload(), p.assumptions(), p.demand(),
                p.requirements(), List.of(), p.notes(), p.view(), p.extras())));
        assertThat(rows()).isEmpty();
        assertThat(labels()).contains("No measurements of your own yet");
        picture("fit-empty");
        click("fit.back");
        assertThat(byId("chart.validation").getScene()).isNotNull();
    }

    private void click(String id) {
        robot.clickOn(byId(id));
        settle();
    }

    private List<FitRow> rows() {
        return List.copyOf(this.<FitRow>table().getItems());
    }

    private FitRow after(String id) {
        return ((io.headroom.session.fit.FitState.Found) window.fit().stateProperty().get()).rows().stream()
                .filter(r -> r.own().id().equals(id)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private <T> TableView<T> table() {
        return find(TableView.class, "fit.rows");
    }

    private String labels() {
        return String.join("\n", stage.getScene().getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).map(l -> String.valueOf(l.getText())).toList());
    }

    private String text(String id) {
        return find(Labeled.class, id).getText();
    }

    /** Keeps a picture where a folder for it is named, to be looked at. */
}
