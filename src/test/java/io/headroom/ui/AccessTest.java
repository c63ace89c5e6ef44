package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.ui.command.Command;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Names for readers aloud, and the keyboard. */
class AccessTest extends WindowTest {

    @Test
    void everyNodeThatTakesTheFocusHasAName() {
        onWindow(() -> {
            ((TitledPane) stage.getScene().getRoot().lookup(".assumptions")).setExpanded(true);
            window.toggleDrawer();
        });
        assertThat(named()).as("sliders, fields, lists, buttons, charts").isGreaterThan(50);
        for (ViewName view : ViewName.values()) {
            onWindow(() -> window.views().select(view));
            // the audit of a review without a report has little to choose
            assertThat(named()).as(view.id()).isGreaterThan(view == ViewName.AUDIT ? 5 : 15);
        }
        onWindow(() -> files.open(java.nio.file.Path.of("src/test/resources/io/headroom/report/read/report-001.txt")));
        assertThat(named()).as("the audit and what is to be confirmed").isGreaterThan(20);
    }

    @Test
    void theListOfKeysIsTheTableOfCommandsAndEachDoesSomething() {
        onWindow(() -> window.commands().run(Command.KEYS));
        Set<String> said = stage.getScene().getRoot().lookup(".overlay").lookupAll(".label").stream()
                .map(n -> ((Labeled) n).getText()).collect(java.util.stream.Collectors.toSet());
        for (Command command : Command.values()) {
            assertThat(window.commands().does(command)).as(command + " does nothing").isTrue();
            command.keys().ifPresent(keys -> assertThat(said).contains(keys.getDisplayText(), command.label()));
        }
        assertThat(said).contains("B, held", "?", "Shift+arrow");
        Set<String> items = new LinkedHashSet<>();
        ((MenuBar) stage.getScene().getRoot().lookup(".menu-bar")).getMenus().forEach(menu -> add(menu, items));
        for (Command command : Command.values()) {
            assertThat(command.keys().isPresent() || items.contains(command.label()))
                    .as(command + " is reached by neither a key nor the menu").isTrue();
        }
        Node card = stage.getScene().getRoot().lookup(".overlay-card");
        assertThat(card.getBoundsInParent().getHeight()).as("the list fits the window").isLessThan(720);
        picture("keys");
    }

    private static void add(Menu menu, Set<String> items) {
        for (MenuItem item : menu.getItems()) {
            items.add(item.getText());
            if (item instanceof Menu inner) {
                add(inner, items);
            }
        }
    }

    // 12 pixels at the usual size of text: what a projector and an older reader still show
    @Test
    void noWordsAreSmallerThanTwelvePixels() {
        onWindow(() -> ((TitledPane) stage.getScene().getRoot().lookup(".assumptions")).setExpanded(true));
        for (boolean isAudience : new boolean[] {false, true}) {
            onWindow(() -> {
                if (isAudience) {
                    window.commands().run(Command.PRESENT);
                }
            });
            for (ViewName view : ViewName.values()) {
                onWindow(() -> window.views().select(view));
                Set<String> small = new LinkedHashSet<>();
                walk(stage.getScene().getRoot(), node -> {
                    if (node instanceof Text text && !text.getText().isBlank() && text.isVisible()
                            && text.getFont().getSize() < 11.99) {
                        small.add(text.getText() + " " + text.getFont().getSize() + " " + text.getParent().getStyleClass());
                    }
                });
                assertThat(small).as(view.id()).isEmpty();
            }
        }
    }

    private int named() {
        List<String> nameless = new ArrayList<>();
        int[] focusable = {0};
        walk(stage.getScene().getRoot(), node -> {
            if (node.isFocusTraversable() && Nodes.isSeen(node)) {
                focusable[0]++;
                if (name(node).isBlank()) {
                    nameless.add(node.toString());
                }
            }
        });
        assertThat(nameless).isEmpty();
        return focusable[0];
    }

    @Test
    void questionMarkAndF1ShowAllKeysAndEscapeGoesBack() {
        onWindow(() -> slider("parallelism.tensor").requestFocus());
        robot.type(KeyCode.F1);
        settle();
        Node overlay = stage.getScene().getRoot().lookup(".overlay");
        assertThat(overlay.isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(overlay.isVisible()).isFalse();
        assertThat(slider("parallelism.tensor").isFocused()).isTrue();
        robot.write("?");
        settle();
        assertThat(overlay.isVisible()).isTrue();
    }

    @Test
    void shortcutsUndoRedoAndSwitchUnits() {
        onWindow(() -> slider("parallelism.tensor").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(session.planProperty().get().parallelism().tensor()).isEqualTo(4);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(session.planProperty().get().parallelism().tensor()).isEqualTo(2);
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertThat(session.planProperty().get().parallelism().tensor()).isEqualTo(4);
    }

    @Test
    void digitsGoToChartsUnlessASliderOrFieldHasTheFocus() {
        onWindow(() -> byId("chart.tpot").requestFocus());
        robot.type(KeyCode.DIGIT1);
        assertThat(byId("chart.memory").isFocused()).isTrue();
        robot.type(KeyCode.DIGIT3);
        assertThat(byId("chart.ttft").isFocused()).isTrue();
    }

    @Test
    void tabReachesEverythingAndComesBack() {
        onWindow(() -> slider("workload.concurrentRequests").requestFocus());
        Set<Node> seen = new LinkedHashSet<>();
        Node now = stage.getScene().getFocusOwner();
        while (now != null && seen.add(now)) {
            robot.type(KeyCode.TAB);
            now = stage.getScene().getFocusOwner();
        }
        assertThat(seen).contains(byId("chart.memory"), byId("chart.tpot"), slider("parallelism.context"));
        List<Node> order = new ArrayList<>(seen);
        assertThat(order.indexOf(slider("parallelism.tensor")))
                .isLessThan(order.indexOf(slider("parallelism.pipeline")));
    }

    @Test
    void holdingBShowsTheBaseline() {
        onWindow(() -> session.edit(io.headroom.session.Change.of("test"),
                p -> p.withWorkload(p.workload().withConcurrentRequests(4096))));
        String changed = tile("tile.memory");
        onWindow(() -> byId("chart.memory").requestFocus());
        robot.press(KeyCode.B);
        settle();
        assertThat(tile("tile.memory")).startsWith("Memory per GPU|12.5|GB");
        robot.release(KeyCode.B);
        settle();
        assertThat(tile("tile.memory")).isEqualTo(changed);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled) {
            return String.valueOf(labeled.getText());
        }
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)).replace("null", "");
    }

    private static void walk(Node node, java.util.function.Consumer<Node> visit) {
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
