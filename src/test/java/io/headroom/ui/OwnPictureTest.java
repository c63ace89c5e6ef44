package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.session.Change;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/**
 * What the toolkit first paints into a picture of its own, by a cache, an effect, opacity or a clip that is no rectangle,
 * costs memory that it keeps for hours: 39 MB of an afternoon of random use. Small nodes may, large ones must not.
 */
class OwnPictureTest extends WindowTest {

    private static final double SMALL_AREA = 100 * 100;

    private final List<Runnable> held = new ArrayList<>();
    private boolean isHeld;

    @Test
    void noLargePartOfAViewIsPaintedIntoAPictureOfItsOwn() {
        Set<String> found = new TreeSet<>();
        for (ViewName view : ViewName.values()) {
            onWindow(() -> window.views().select(view));
            onWindow(() -> collect(stage.getScene().getRoot(), found));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void norOfAViewThatIsAboutAnEarlierPlan() {
        Set<String> found = new TreeSet<>();
        for (ViewName view : List.of(ViewName.FINDINGS, ViewName.SEARCH)) {
            onWindow(() -> window.views().select(view));
            isHeld = true;
            onWindow(() -> session.edit(Change.of("Change"), p -> p.withParallelism(
                    p.parallelism().withData(p.parallelism().data() + 1))));
            onWindow(() -> collect(stage.getScene().getRoot(), found));
            assertThat(held).as("what " + view + " waits for").isNotEmpty();
            isHeld = false;
            onWindow(() -> held.forEach(Runnable::run));
            held.clear();
        }
        assertThat(found).isEmpty();
    }

    @Override
    Work work() {
        return new Work(this::run, Runnable::run, this::run);
    }

    private void run(Runnable task) {
        if (isHeld) {
            held.add(task);
        } else {
            task.run();
        }
    }

    @Test
    void norAListOrAMenuThatIsOpened() {
        Set<String> found = new TreeSet<>();
        ComboBox<?> box = (ComboBox<?>) stage.getScene().getRoot().lookup(".combo-box");
        onWindow(box::show);
        onWindow(() -> collectPopups(found));
        onWindow(box::hide);
        Menu menu = ((MenuBar) stage.getScene().getRoot().lookup(".menu-bar")).getMenus().getFirst();
        onWindow(menu::show);
        onWindow(() -> collectPopups(found));
        assertThat(found).isEmpty();
    }

    private void collectPopups(Set<String> found) {
        List<Window> popups = Window.getWindows().stream().filter(w -> w != stage).toList();
        assertThat(popups).isNotEmpty();
        popups.forEach(popup -> collect(popup.getScene().getRoot(), found));
    }

    private static void collect(Node node, Set<String> found) {
        if (!node.isVisible()) {
            return;
        }
        boolean isClipped = node.getClip() != null
                && !(node.getClip() instanceof Rectangle clip && clip.getArcWidth() == 0);
        boolean hasPicture = node.isCache() || node.getEffect() != null || node.getBlendMode() != null || isClipped
                || node.getOpacity() < 1 && node.getOpacity() > 0;
        if (hasPicture && node.getLayoutBounds().getWidth() * node.getLayoutBounds().getHeight() > SMALL_AREA) {
            found.add(node + " in " + node.getParent());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
