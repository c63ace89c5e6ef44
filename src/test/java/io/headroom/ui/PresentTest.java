package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.session.figures.Starred;
import io.headroom.ui.command.Command;
import io.headroom.ui.view.ViewName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Before an audience: larger type, the starred inputs only, nothing cut off at 1280 by 720. */
class PresentTest extends WindowTest {

    private Set<String> sliders() {
        Set<String> keys = new TreeSet<>();
        stage.getScene().getRoot().lookupAll(".slider").stream().map(Slider.class::cast).filter(PresentTest::isSeen)
                .map(Node::getId).filter(id -> id != null && id.contains(".")).forEach(keys::add);
        return keys;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void f11ShowsTheStarredInputsAndEscapeAllOfThem() {
        Set<String> all = sliders();
        robot.type(KeyCode.F11);
        settle();
        // the file of report 001 stars requests, TP, PP and DP
        assertThat(sliders()).containsExactly("parallelism.data", "parallelism.pipeline", "parallelism.tensor",
                "workload.concurrentRequests");
        assertThat(stage.getScene().getRoot().lookup(".menu-bar")).isNull();
        picture("present");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(sliders()).isEqualTo(all);
        assertThat(stage.getScene().getRoot().lookup(".menu-bar")).isNotNull();
    }

    @Test
    void anAudienceSeesWhichKeysArePressed() {
        onWindow(() -> window.commands().run(Command.PRESENT));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        settle();
        assertThat(((Label) byId("present.key")).getText()).isEqualTo("Ctrl+4");
        assertThat(window.views().currentProperty().get()).as("its menu is not shown").isEqualTo(ViewName.CURVES);
        assertThat(stage.getScene().getRoot().lookupAll(".hr-title").stream().map(n -> ((Label) n).getText()))
                .as("whose numbers these are").contains("Report 001: Qwen3-235B on 32 GPUs: original");
        assertThat(byId("present.key").isVisible()).isTrue();
        picture("pressed");
        robot.clickOn(byId("tile.verdict"));
        settle();
        assertThat(byId("present.key").isVisible()).isFalse();
    }

    @Test
    void aStarIsSavedInThePlanAndUndone() {
        onWindow(() -> window.commands().run(Command.PRESENT));
        onWindow(() -> Starred.set(session, "parallelism.data", false));
        onWindow(() -> Starred.set(session, "workload.outputTokens", true));
        assertThat(session.planProperty().get().view().starred()).containsExactly("workload.concurrentRequests",
                "workload.outputTokens", "parallelism.tensor", "parallelism.pipeline");
        assertThat(sliders()).contains("workload.outputTokens").doesNotContain("parallelism.data");
        onWindow(session::undo);
        onWindow(session::undo);
        assertThat(sliders()).contains("parallelism.data").doesNotContain("workload.outputTokens");
    }

    @Test
    void noTextIsCutOff() {
        onWindow(() -> session.select(1));
        onWindow(() -> window.commands().run(Command.PRESENT));
        List<String> cut = stage.getScene().getRoot().lookupAll(".label").stream().map(Label.class::cast)
                .filter(PresentTest::isSeen).filter(l -> !l.isWrapText() && l.getWidth() > 0)
                .filter(l -> l.prefWidth(-1) > l.getWidth() + 1).map(Label::getText).toList();
        assertThat(cut).isEmpty();
    }
}
