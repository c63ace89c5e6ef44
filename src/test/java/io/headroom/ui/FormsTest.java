package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.Requirement.Bound;
import io.headroom.session.Change;
import io.headroom.ui.command.Command;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What has no slider is typed: limits, notes, names; and plans go over the clipboard. */
class FormsTest extends WindowTest {

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

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        onWindow(() -> ((ComboBox<T>) find(ComboBox.class, id)).setValue(value));
    }

    private void type(String id, String text) {
        onWindow(() -> find(TextField.class, id).setText(text));
    }

    private boolean isFormOpen() {
        return !stage.getScene().getRoot().lookupAll(".form").isEmpty();
    }

    @Test
    void aLimitIsAddedJudgedChangedRemovedAndBroughtBack() {
        onWindow(window::toggleDrawer);
        List<Requirement> before = plan().requirements();
        fire("add.limit");
        choose("limit.metric", Metric.TPOT_STEADY);
        type("limit.value", "20");
        choose("limit.unit", "ms");
        picture("form-limit");
        press("Save");
        assertThat(isFormOpen()).isFalse();
        Requirement added = plan().requirements().getLast();
        assertThat(added.metric()).isEqualTo("tpot.steady");
        assertThat(added.bound()).isEqualTo(Bound.AT_MOST);
        assertThat(added.value()).isEqualTo(20);
        assertThat(added.unit()).isEqualTo("ms");
        // the original of report 001 takes 27.4 ms a token
        RequirementStatus status = session.judgementProperty().get().requirements().getLast();
        assertThat(status.status()).isEqualTo(Status.MISSED);
        assertThat(tile("tile.verdict")).contains("Misses limits");

        robot.clickOn(stage.getScene().getRoot().lookupAll(".side-open").stream().skip(before.size()).findFirst()
                .orElseThrow());
        settle();
        type("limit.value", "0.05 s");
        onWindow(() -> find(CheckBox.class, "limit.soft").setSelected(true));
        press("Save");
        assertThat(plan().requirements().getLast().value()).isEqualTo(50);
        assertThat(plan().requirements().getLast().soft()).isTrue();

        robot.clickOn(stage.getScene().getRoot().lookupAll(".side-open").stream().skip(before.size()).findFirst()
                .orElseThrow());
        settle();
        press("Remove");
        assertThat(plan().requirements()).isEqualTo(before);
        onWindow(session::undo);
        assertThat(plan().requirements()).hasSize(before.size() + 1);
    }

    @Test
    void aNumberThatIsNoneIsRefusedInTheFormAndChangesNothing() {
        onWindow(window::toggleDrawer);
        Plan before = plan();
        fire("add.limit");
        for (String wrong : List.of("", "fast", "-3", "0", "1,024", "5 GB")) {
            type("limit.value", wrong);
            press("Save");
            picture("form-wrong");
            assertThat(isFormOpen()).as(wrong).isTrue();
            assertThat(plan()).as(wrong).isEqualTo(before);
        }
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(isFormOpen()).isFalse();
    }

    @Test
    void aNoteIsWrittenAndAnotherPlanClosesItsForm() {
        onWindow(window::toggleDrawer);
        int before = plan().notes().size();
        fire("add.note");
        onWindow(() -> find(TextArea.class, "note.text").setText("Traffic of the third quarter?"));
        choose("note.on", "ttft.burst.last");
        picture("form-note");
        press("Save");
        assertThat(plan().notes()).hasSize(before + 1);
        assertThat(plan().notes().getLast().text()).isEqualTo("Traffic of the third quarter?");
        assertThat(plan().notes().getLast().on()).isEqualTo("ttft.burst.last");
        fire("add.note");
        onWindow(() -> session.select(1));
        assertThat(isFormOpen()).isFalse();
    }

    @Test
    void aPlanIsRenamedWithItsPlaceAsBaselineAndANameThatIsTakenIsRefused() {
        prompts.name = "as built";
        run(Command.RENAME);
        assertThat(session.reviewProperty().get().plans()).extracting(Plan::name)
                .containsExactly("as built", "optimized");
        assertThat(session.reviewProperty().get().baseline()).isEqualTo("as built");
        prompts.name = "optimized";
        run(Command.RENAME);
        assertThat(documents.noticeProperty().get().lines()).containsExactly("The review has a plan optimized already.");
        assertThat(plan().name()).isEqualTo("as built");
    }

    @Test
    void aPlanMovesAndGoesOverTheClipboard() {
        run(Command.MOVE_RIGHT);
        assertThat(session.reviewProperty().get().plans()).extracting(Plan::name)
                .containsExactly("optimized", "original");
        run(Command.MOVE_RIGHT);
        assertThat(session.index()).isEqualTo(1);
        run(Command.COPY_PLAN);
        run(Command.PASTE_PLAN);
        assertThat(session.reviewProperty().get().plans()).extracting(Plan::name)
                .containsExactly("optimized", "original", "original 2");
        assertThat(plan()).isEqualTo(session.reviewProperty().get().plans().get(1).withName("original 2"));
        onWindow(session::undo);
        assertThat(session.reviewProperty().get().plans()).hasSize(2);
    }

    @Test
    void launchFlagsGoToTheClipboardAndWhatHasNoneSaysWhy() {
        run(Command.COPY_FLAGS);
        // report 001: TP 2, PP 4, EP 8 on 32 GPUs
        onWindow(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("To try, not a promise",
                "vllm serve MODEL \\\n  --tensor-parallel-size 2 \\\n  --pipeline-parallel-size 4", "--ep-size 8", "--ep_size 8"));
        onWindow(() -> session.edit(Change.of("test"), p -> p.withParallelism(p.parallelism().withTensor(6))));
        run(Command.COPY_FLAGS);
        assertThat(documents.noticeProperty().get().lines().getFirst()).contains("cannot be shared out");
    }

    @Test
    void theMenuSaysWhatBecomesOfEachSample() {
        Menu file = ((MenuBar) stage.getScene().getRoot().lookup(".menu-bar")).getMenus().getFirst();
        Menu samples = file.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast)
                .filter(m -> m.getText().equals("Start from")).findFirst().orElseThrow();
        onWindow(file::show);
        // report 000 asks for 100 tokens/ms a GPU, which no plan reaches
        assertThat(samples.getItems().getFirst().getText())
                .startsWith("Report 000: 10B MoE on 16 to 40 GPUs: misses limits, memory ");
        onWindow(file::hide);
    }

    private void run(Command command) {
        onWindow(() -> window.commands().run(command));
    }
}
