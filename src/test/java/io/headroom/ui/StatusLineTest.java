package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Knob;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** Whose measurements the bands of a plan come from, by assets/calibration/bands.json. */
class StatusLineTest extends WindowTest {

    @Test
    void saysWhoseMeasurementsStandBehindTheBands() {
        Assumptions vllm = new Assumptions(CATALOG.profile("calibrated").orElseThrow(), "vllm", Map.of());
        edit(plan -> plan.withModel(CATALOG.model("llama-3.1-8b").orElseThrow())
                .withHardware(Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow())).withAssumptions(vllm));
        assertThat(text("status.assumptions")).isEqualTo("Profile calibrated, vllm. p10–p90 by this model's own measurements");
        edit(plan -> plan.withModel(CATALOG.model("mistral-7b").orElseThrow()));
        assertThat(text("status.assumptions")).isEqualTo("Profile calibrated, vllm. p10–p90 by measurements of other models");
        edit(plan -> plan.withAssumptions(plan.assumptions().with(Knob.MBU, 0.5)));
        assertThat(text("status.assumptions")).isEqualTo("Profile calibrated, vllm, 1 changed");
    }

    // names of assets/catalog/engines: a plan's "vllm" is the latest, and an engine that nobody describes is only named
    @Test
    void theEngineMenuSaysWhichVersionsAreMeant() {
        edit(plan -> plan.withAssumptions(new Assumptions(CATALOG.profile("calibrated").orElseThrow(), "vllm", Map.of())));
        assertThat(engineHelp()).isEqualTo("Engine: vLLM 0.14 and later");
        edit(plan -> plan.withAssumptions(new Assumptions(CATALOG.profile("calibrated").orElseThrow(), "vllm-v1", Map.of())));
        assertThat(engineHelp()).isEqualTo("Engine: vLLM 0.8 to 0.13");
        edit(plan -> plan.withAssumptions(new Assumptions(CATALOG.profile("calibrated").orElseThrow(), "sglang", Map.of())));
        assertThat(engineHelp()).isEqualTo("Engine: sglang");
    }

    private String engineHelp() {
        return stage.getScene().getRoot().lookupAll(".combo-box").stream()
                .filter(box -> "Engine".equals(box.getAccessibleText())).findFirst().orElseThrow().getAccessibleHelp();
    }

    private String text(String id) {
        return find(Label.class, id).getText();
    }

    private void edit(UnaryOperator<Plan> edit) {
        onWindow(() -> session.edit(Change.of("test"), edit));
        settle();
    }
}
