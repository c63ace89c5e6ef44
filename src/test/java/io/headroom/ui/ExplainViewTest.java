package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.explain.TermPlace;
import io.headroom.ui.view.ViewName;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ExplainViewTest extends WindowTest {

    @SuppressWarnings("unchecked")
    private TreeTableView<TermPlace> tree() {
        return find(TreeTableView.class, "explain.tree");
    }

    @Test
    void aClickOnAFigureOpensHowItIsMade() {
        robot.clickOn(byId("tile.memory"));
        settle();
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.EXPLAIN);
        assertThat(find(ComboBox.class, "explain.metric").getValue()).isEqualTo(Metric.MEMORY_TOTAL);
        Term root = tree().getRoot().getValue().term();
        assertThat(root).isEqualTo(Explanation.of(session.planProperty().get()).term(Metric.MEMORY_TOTAL)
                .orElseThrow());
        assertThat(tree().getRoot().getChildren()).extracting(i -> i.getValue().term()).isEqualTo(root.inputs());
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
        TreeItem<TermPlace> first = tree().getRoot().getChildren().stream().filter(i -> !i.isLeaf()).findFirst()
                .orElseThrow();
        onWindow(() -> first.setExpanded(true));
        String symbol = first.getValue().term().symbol();
        double before = tree().getRoot().getValue().term().value();
        drag("workload.concurrentRequests", 30);
        assertThat(tree().getRoot().getValue().term().value()).isNotEqualTo(before)
                .isEqualTo(session.judgementProperty().get().estimate().orElseThrow().get(Metric.MEMORY_TOTAL));
        assertThat(tree().getRoot().getChildren()).filteredOn(i -> i.getValue().term().symbol().equals(symbol))
                .allSatisfy(i -> assertThat(i.isExpanded()).isTrue()).isNotEmpty();
    }

    @Test
    void aSliderWritesIntoTheRowsThatAreThere() {
        robot.clickOn(byId("tile.memory"));
        settle();
        openTwoLevels();
        List<TreeItem<TermPlace>> rows = rows();
        List<String> before = values();
        drag("workload.concurrentRequests", 30);
        assertThat(rows()).isEqualTo(rows);
        assertThat(values()).isNotEqualTo(before).isEqualTo(rows.subList(0, values().size()).stream()
                .map(row -> session.shown().format().text(row.getValue().term().value(), row.getValue().term().dimension())).toList());
    }

    private List<TreeItem<TermPlace>> rows() {
        return IntStream.range(0, tree().getExpandedItemCount()).mapToObj(tree()::getTreeItem).toList();
    }

    /** What the second column of the rows on screen says. */
    private List<String> values() {
        return tree().lookupAll(".tree-table-row-cell").stream().map(TreeTableRow.class::cast)
                .filter(row -> row.isVisible() && !row.isEmpty()).sorted(Comparator.comparingInt(TreeTableRow::getIndex))
                .map(row -> ((TreeTableCell<?, ?>) row.lookupAll(".tree-table-cell").stream()
                        .filter(cell -> ((TreeTableCell<?, ?>) cell).getTableColumn() == tree().getColumns().get(1))
                        .findFirst().orElseThrow()).getText()).toList();
    }

    // a term holds all that it follows from, some 10 MB for a large plan
    @Test
    void rowsInStoreHoldNoTermOfAnEarlierPlan() {
        robot.clickOn(byId("tile.ttft"));
        settle();
        openTwoLevels();
        onWindow(() -> tree().getRoot().setExpanded(false));
        drag("workload.concurrentRequests", 30);
        WeakReference<Term> before = new WeakReference<>(tree().getRoot().getValue().term());
        drag("workload.concurrentRequests", -60);
        assertThat(tree().getRoot().getValue().term()).isNotNull().isNotSameAs(before.get());
        assertGone(before);
    }

    @Test
    void nothingIsHeldWhileTheViewIsNotOnScreen() {
        robot.clickOn(byId("tile.ttft"));
        settle();
        openTwoLevels();
        onWindow(() -> tree().getSelectionModel().select(1));
        WeakReference<Term> before = new WeakReference<>(tree().getRoot().getValue().term());
        onWindow(() -> window.views().select(ViewName.PLAN));
        assertGone(before);
    }

    @Test
    void theTreeIsAsItWasWhenTheViewIsBack() {
        robot.clickOn(byId("tile.ttft"));
        settle();
        openTwoLevels();
        onWindow(() -> tree().getSelectionModel().select(3));
        TermNames before = TermNames.of(tree());
        onWindow(() -> window.views().select(ViewName.PLAN));
        onWindow(() -> window.views().select(ViewName.EXPLAIN));
        assertThat(TermNames.of(tree())).isEqualTo(before);
        assertThat(before.rows()).hasSizeGreaterThan(10);
    }

    /** The names of the rows of a tree, and of the one that is chosen. */
    private record TermNames(List<String> rows, String chosen) {

        static TermNames of(TreeTableView<TermPlace> tree) {
            return new TermNames(IntStream.range(0, tree.getExpandedItemCount())
                    .mapToObj(i -> tree.getTreeItem(i).getValue().term().name()).toList(),
                    tree.getSelectionModel().getSelectedItem().getValue().term().name());
        }
    }

    private void openTwoLevels() {
        onWindow(() -> {
            List.copyOf(tree().getRoot().getChildren()).forEach(item -> item.setExpanded(true));
            tree().getRoot().getChildren().forEach(i -> i.getChildren().forEach(item -> item.setExpanded(true)));
        });
    }

    private void assertGone(WeakReference<Term> term) {
        for (int i = 0; i < 20 && term.get() != null; i++) {
            // what the mouse was over last is forgotten when it moves
            robot.moveBy(i % 2 == 0 ? 40 : -40, 0);
            settle();
            System.gc();
        }
        assertThat(term.get() == null).as("nobody holds the term").isTrue();
    }

    @Test
    void theChosenTermIsSaidInFull() {
        robot.clickOn(byId("tile.memory"));
        settle();
        onWindow(() -> tree().getSelectionModel().select(1));
        Term chosen = tree().getTreeItem(1).getValue().term();
        assertThat(find(Label.class, "explain.filled").getText()).startsWith("= ")
                .endsWith("= " + session.shown().format().text(chosen.value(), chosen.dimension()));
    }

    @Test
    void aTermThatIsAnInputLeadsToItsSliderByEnterAndByItsLink() {
        robot.clickOn(byId("tile.memory"));
        settle();
        choose("B", tree().getRoot(), 12);
        assertThat(byId("explain.jump").isVisible()).isTrue();
        onWindow(tree()::requestFocus);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(slider("workload.concurrentRequests").isFocused()).isTrue();
        onWindow(() -> find(ComboBox.class, "explain.metric").setValue(Metric.TPOT_STEADY));
        // folded until somebody asks for one of them
        choose("mbu", tree().getRoot(), 12);
        onWindow(find(Hyperlink.class, "explain.jump")::fire);
        assertThat(slider("assumptions.mbu").isFocused()).isTrue();
        assertThat(slider("assumptions.mbu").localToScene(0, 0).getY()).as("in sight").isBetween(100.0, 700.0);
        picture("jumped");
        onWindow(() -> tree().getSelectionModel().select(0));
        assertThat(byId("explain.jump").isVisible()).as("a result is no input").isFalse();
    }

    /** Opens the tree down to the first term {@code symbol} that is an input, and chooses it. */
    private void choose(String symbol, TreeItem<TermPlace> root, int depth) {
        List<TreeItem<TermPlace>> way = new ArrayList<>();
        onWindow(() -> {
            assertThat(find(symbol, root, depth, way)).as(symbol).isTrue();
            tree().getSelectionModel().select(way.getLast());
        });
    }

    private static boolean find(String symbol, TreeItem<TermPlace> item, int depth, List<TreeItem<TermPlace>> way) {
        way.add(item);
        if (item.getValue().term().symbol().equals(symbol) && item.getValue().term().isLeaf()) {
            return true;
        }
        if (depth > 0 && !item.isLeaf()) {
            item.setExpanded(true);
            for (TreeItem<TermPlace> child : item.getChildren()) {
                if (find(symbol, child, depth - 1, way)) {
                    return true;
                }
            }
            item.setExpanded(false);
        }
        way.removeLast();
        return false;
    }

    @Test
    void aTermAndItsPartOfTheChartLightEachOther() {
        robot.clickOn(byId("tile.memory"));
        settle();
        ChartCanvas chart = find(ChartCanvas.class, "explain.chart.memory");
        // keyboard: choose KV cache in the chart, and every row of it is lit
        onWindow(chart::requestFocus);
        Spot cache = chart.spots().stream().filter(s -> s.key().endsWith("/KV cache")).findFirst().orElseThrow();
        for (int i = 0; i <= chart.spots().indexOf(cache); i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        settle();
        assertThat(chart.spotProperty().get()).contains(cache);
        // Enter opens the tree there
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(tree().getSelectionModel().getSelectedItem().getValue().term().symbol()).isEqualTo("kvCache");
        assertThat(litRows()).as("rows of the part").isPositive();
        picture("explain-lit");
        // and the other way round: a chosen term frames its part
        Spot weights = chart.spots().stream().filter(s -> s.key().endsWith("/weights")).findFirst().orElseThrow();
        int before = dark(chart, weights);
        onWindow(() -> tree().getSelectionModel().select(tree().getSelectionModel().getSelectedItem().getParent()
                .getChildren().stream().filter(i -> i.getValue().term().symbol().equals("weights")).findFirst().orElseThrow()));
        assertThat(dark(chart, weights)).isGreaterThan(before);
    }

    @Test
    void aClickOnAPartOfAChartOpensHowItIsMade() {
        ChartCanvas chart = find(ChartCanvas.class, "chart.tpot");
        Spot experts = chart.spots().stream().filter(s -> s.key().equals("experts")).findFirst().orElseThrow();
        robot.clickOn(chart.localToScreen(experts.box().centerX(), experts.box().centerY()));
        settle();
        assertThat(window.views().currentProperty().get()).isEqualTo(ViewName.EXPLAIN);
        assertThat(find(ComboBox.class, "explain.metric").getValue()).isEqualTo(Metric.TPOT_STEADY);
        assertThat(tree().getSelectionModel().getSelectedItem().getValue().term().symbol()).startsWith("time_experts");
    }

    @Test
    void whoComputesOtherwiseIsSaid() {
        robot.clickOn(byId("tile.ttft"));
        settle();
        String words = byId("explain.peers").lookupAll(".label").stream().map(n -> ((Label) n).getText())
                .collect(java.util.stream.Collectors.joining("\n")).replace('\u00a0', ' ');
        assertThat(words).contains("InferSim has no queue").contains("30.0 ms").contains("× ours");
    }

    private long litRows() {
        return tree().lookupAll(".tree-table-row-cell").stream().filter(row -> row.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("lit"))).count();
    }

    /** Dark pixels left of a part: those of its frame. */
    private int dark(ChartCanvas chart, Spot spot) {
        AtomicInteger count = new AtomicInteger();
        onWindow(() -> {
            var image = chart.snapshot(null, null);
            int x = (int) (spot.box().x() - 1);
            for (int y = (int) spot.box().y() + 4; y < spot.box().bottom(); y++) {
                count.addAndGet(image.getPixelReader().getColor(x, y).getBrightness() < 0.4 ? 1 : 0);
            }
        });
        return count.get();
    }
}
