package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.format.ByteUnits;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Typing numbers beside a slider. */
class NumberFieldTest extends WindowTest {

    @Test
    void enterTakesWhatWasTyped() {
        type("workload.inputTokens.number", "4k");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(session.planProperty().get().workload().inputTokens()).as("k of tokens is 1024").isEqualTo(4096);
        assertThat(session.historyLabels()).hasSize(2);
    }

    @Test
    void losingTheFocusTakesWhatWasTyped() {
        type("workload.outputTokens.number", "300");
        onWindow(() -> slider("workload.inputTokens").requestFocus());
        assertThat(session.planProperty().get().workload().outputTokens()).isEqualTo(300);
    }

    @Test
    void escapeGoesBack() {
        TextField field = type("workload.outputTokens.number", "9");
        robot.type(KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("512");
        onWindow(() -> slider("workload.inputTokens").requestFocus());
        assertThat(session.planProperty().get().workload().outputTokens()).isEqualTo(512);
        assertThat(session.historyLabels()).containsExactly("Opened");
    }

    @Test
    void aDegreeThatIsNotLegalBecomesTheNearestThatIsAndSaysSo() {
        TextField field = type("parallelism.tensor.number", "5");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(session.planProperty().get().parallelism().tensor()).isEqualTo(4);
        assertThat(field.getText()).isEqualTo("4");
        assertThat(message("parallelism.tensor")).contains("TP 5 is not legal").contains("took the nearest, 4");
    }

    @Test
    void whatIsNoNumberIsRefusedInWordsAndChangesNothing() {
        TextField field = type("workload.concurrentRequests.number", "many");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(128);
        assertThat(field.getText()).isEqualTo("128");
        assertThat(message("workload.concurrentRequests")).contains("many");
    }

    @Test
    void whatIsOutOfRangeBecomesTheEndOfTheRangeAndSaysSo() {
        type("workload.concurrentRequests.number", "0");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(session.planProperty().get().workload().concurrentRequests()).isEqualTo(1);
        assertThat(message("workload.concurrentRequests")).contains("goes from 1 to");
    }

    @Test
    void aTextThatNobodyTouchedIsNeverTaken() {
        // 1/3 shows as 33.3 %: taking the text would change the plan
        TextField field = find(TextField.class, "workload.concurrentRequests.number");
        onWindow(field::requestFocus);
        onWindow(() -> session.byteUnitsProperty().set(ByteUnits.GIB));
        onWindow(() -> slider("workload.inputTokens").requestFocus());
        assertThat(session.historyLabels()).containsExactly("Opened");
    }

    private TextField type(String id, String text) {
        TextField field = find(TextField.class, id);
        onWindow(() -> {
            field.requestFocus();
            field.setText(text);
        });
        return field;
    }

    private String message(String key) {
        Node row = slider(key).getParent();
        return row.lookupAll(".input-message").stream().filter(Node::isVisible).filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText()).findFirst().orElse("");
    }
}
