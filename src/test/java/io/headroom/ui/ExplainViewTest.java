package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.ui.view.ViewName;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ExplainViewTest extends WindowTest {

    @SuppressWarnings("unchecked")
    private TreeTableView<Term> tree() {
        return find(TreeTableView.class, "explain.tree");
    }

    @Test
    void aClickOnAFigureOpensHowItIsMade() {
        robot.clickOn(byId("tile.memory"));
        settle();
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.EXPLAIN);
        assertThat(find(ComboBox.class, "explain.metric").getValue()).isEqualTo(Metric.MEMORY_TOTAL);
        Term root = tree().getRoot().getValue();
        assertThat(root).isEqualTo(Explanation.of(session.planProperty().get()).term(Metric.MEMORY_TOTAL)
                .orElseThrow());
        assertThat(tree().getRoot().getChildren()).extracting(TreeItem::getValue).isEqualTo(root.inputs());
    }

    @Test
    void theKeyboardOpensItToo() {
        onWindow(() -> byId("tile.tpot").requestFocus());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(find(ComboBox.class, "explain.metric").getValue()).isEqualTo(Metric.TPOT_STEADY);
    }

    @Test
    void aSliderChangesTheValuesAndLeavesOpenWhatIsOpen() {
        robot.clickOn(byId("tile.memory"));
        settle();
        TreeItem<Term> first = tree().getRoot().getChildren().stream().filter(i -> !i.isLeaf()).findFirst()
                .orElseThrow();
        onWindow(() -> first.setExpanded(true));
        String symbol = first.getValue().symbol();
        double before = tree().getRoot().getValue().value();
        drag("workload.concurrentRequests", 30);
        assertThat(tree().getRoot().getValue().value()).isNotEqualTo(before)
                .isEqualTo(session.judgementProperty().get().estimate().orElseThrow().get(Metric.MEMORY_TOTAL));
        assertThat(tree().getRoot().getChildren()).filteredOn(i -> i.getValue().symbol().equals(symbol))
                .allSatisfy(i -> assertThat(i.isExpanded()).isTrue()).isNotEmpty();
    }

    @Test
    void theChosenTermIsSaidInFull() {
        robot.clickOn(byId("tile.memory"));
        settle();
        onWindow(() -> tree().getSelectionModel().select(1));
        Term chosen = tree().getTreeItem(1).getValue();
        assertThat(find(Label.class, "explain.filled").getText()).startsWith("= ")
                .endsWith("= " + session.shown().format().text(chosen.value(), chosen.dimension()));
    }
}
