package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model and the GPU of a plan are edited on a sheet beside the inputs. */
class EntryFormTest extends WindowTest {

    @TempDir
    Path folder;

    private Plan plan() {
        return session.planProperty().get();
    }

    private void press(String text) {
        onWindow(() -> stage.getScene().getRoot().lookupAll(".form .button").stream().map(Button.class::cast)
                .filter(b -> b.getText().equals(text)).findFirst().orElseThrow().fire());
    }

    private void fire(String id) {
        onWindow(() -> find(ButtonBase.class, id).fire());
    }

    private void type(String id, String text) {
        onWindow(() -> find(TextField.class, id).setText(text));
    }

    private String text(String id) {
        return find(Label.class, id).getText();
    }

    private boolean isFormOpen() {
        return !stage.getScene().getRoot().lookupAll(".form").isEmpty();
    }

    @Test
    void aModelOfOnesOwnIsCountedWhileTypedSavedAndUndone() throws Exception {
        Plan before = plan();
        fire("edit.model");
        assertThat(isFormOpen()).isTrue();
        assertThat(byId("entry.layers").isFocused()).isTrue();
        // published as 235 B: 235.09 B
        assertThat(text("entry.computed")).startsWith("Computed: 235 B parameters, 21.6 B active");
        assertThat(text("entry.stated")).isEqualTo("Stated: 235 B parameters, 22.0 B active");
        assertThat(find(Label.class, "entry.warning").isVisible()).isFalse();
        picture("entry-model");
        type("entry.layers", "47");
        // half of the layers: 2 * 622 M of embedding and head, and 47/94 of the rest, (235.09 - 1.24) / 2 + 1.24
        assertThat(text("entry.computed")).startsWith("Computed: 118 B parameters");
        assertThat(text("entry.warning")).isEqualTo(
                "Does not add up: 118 B computed, 235 B stated; 11.1 B active computed, 22.0 B active stated.");
        assertThat(plan()).as("only Save changes the plan").isEqualTo(before);
        picture("entry-model-warning");
        press("Save");
        assertThat(isFormOpen()).isFalse();
        assertThat(plan().model().layers()).isEqualTo(47);
        assertThat(((ComboBox<?>) byId("model")).getValue()).hasToString("qwen3-235b-a22b-changed");
        assertThat(plan().model().name()).endsWith(" (changed)");
        Path file = folder.resolve("own.json");
        java.nio.file.Files.write(file, PlanFile.write(session.reviewProperty().get()));
        Plan saved = plan();
        onWindow(() -> files.open(file));
        assertThat(plan()).isEqualTo(saved);
        picture("entry-saved");
    }

    @Test
    void undoTakesASavedModelBackAtOneStroke() {
        Plan before = plan();
        fire("edit.model");
        type("entry.layers", "47");
        type("entry.moe.topK", "4");
        press("Save");
        assertThat(session.undoLabelProperty().get()).startsWith("Model Qwen3").endsWith("(changed)");
        onWindow(session::undo);
        assertThat(plan()).isEqualTo(before);
    }

    @Test
    void aWrongFigureSaysWhatItMayBeAndIsNotSaved() {
        Plan before = plan();
        fire("edit.model");
        type("entry.attention.kvHeads", "7");
        assertThat(text("entry.problem.attention.kvHeads")).isEqualTo("Needs a divisor of the 64 heads.");
        assertThat(text("entry.computed")).isEqualTo("Parameters: –");
        press("Save");
        picture("entry-wrong");
        assertThat(isFormOpen()).isTrue();
        assertThat(plan()).isEqualTo(before);
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(isFormOpen()).isFalse();
        assertThat(plan()).isEqualTo(before);
    }

    @Test
    void aGpuIsEditedByKeysAndCancelledByAnotherPlan() {
        onWindow(() -> byId("edit.gpu").requestFocus());
        robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.E).release(KeyCode.SHIFT)
                .release(KeyCode.CONTROL);
        settle();
        picture("entry-gpu");
        // the card of report 001 has 64 GB
        assertThat(find(TextField.class, "entry.hbmBytes").getText()).isEqualTo("64");
        // its plan says 8 GPUs a node
        assertThat(find(Label.class, "entry.stated").getText())
                .isEqualTo("The plan's own figures win over these: 8 GPUs a node.");
        type("entry.hbmBytes", "96 GB");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(isFormOpen()).as("Enter saves").isFalse();
        assertThat(plan().hardware().gpu().hbmBytes()).isEqualTo(96e9);
        assertThat(plan().hardware().gpuJson()).startsWith("{\"basedOn\":\"plan-generic-64g\"");
        fire("edit.gpu");
        assertThat(isFormOpen()).isTrue();
        onWindow(() -> session.undo());
        assertThat(isFormOpen()).as("what it started from is gone").isFalse();
        assertThat(byId("edit.gpu").isFocused()).isTrue();
    }
}
