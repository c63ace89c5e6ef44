package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class HintTest extends WindowTest {

    // one tooltip for all: it must not say of one node what was told of another
    @Test
    void eachNodeSaysItsOwnWordsWhereTheMouseRests() throws Exception {
        rest("lock.gpus");
        assertThat(told()).containsExactly("Keep the number of GPUs while degrees are moved.");
        rest("view.audit");
        assertThat(told()).hasSize(1).first().asString().startsWith("Audit the claims");
        rest("lock.gpus");
        assertThat(told()).containsExactly("Keep the number of GPUs while degrees are moved.");
    }

    @Test
    void changedWordsAreToldAtOnce() throws Exception {
        rest("lock.gpus");
        onWindow(() -> session.keepsGpusProperty().set(true));
        assertThat(told()).hasSize(1).first().asString().doesNotStartWith("Keep the number of GPUs while");
    }

    private void rest(String id) throws Exception {
        robot.moveTo(stage.getScene().getRoot());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> told().isEmpty());
        robot.moveTo(find(Node.class, id));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !told().isEmpty());
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        onWindow(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
                .map(Tooltip::getText).forEach(told::add));
        return told;
    }
}
