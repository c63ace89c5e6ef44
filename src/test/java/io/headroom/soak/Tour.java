package io.headroom.soak;

import io.headroom.session.Samples;
import io.headroom.ui.view.ViewName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;

/**
 * Shows all there is, always the same: much of the window is made when it is first asked for and stays then, such as the
 * rows of the longest table, the list of a box or the picture behind a chart. A reading after it has all of that, in one
 * state, and does not say what was seen by chance.
 */
final class Tour {

    private static final long LOOK_MILLIS = 30;
    private static final int OPEN_MILLIS = 150;
    private static final int CHOICES = 12;

    private final Bench bench;
    private final Hand hand;
    private final List<Path> reports;

    /** Runs what touches the window on its thread and waits for it. */
    interface Hand {

        void run(Runnable action) throws InterruptedException;
    }

    Tour(Bench bench, Hand hand, List<Path> fodder) {
        this.bench = bench;
        this.hand = hand;
        this.reports = fodder.stream().filter(p -> p.toString().endsWith(".txt") || p.toString().endsWith(".md")).toList();
    }

    /** All of it, once: what is made on the way stays. */
    void all() throws Exception {
        hand.run(bench::reset);
        measurements();
        hand.run(bench::widen);
        for (Path report : reports) {
            hand.run(() -> bench.open(report));
            found();
            look(() -> bench.view(ViewName.AUDIT));
        }
        for (String sample : Samples.NAMES) {
            look(() -> bench.sample(sample));
            views();
        }
        menus();
        look(bench::reset);
        controls(ViewName.PLAN, false);
        views();
    }

    /** The views with all of their choices, then each as the program shows it after its start. */
    void again() throws Exception {
        hand.run(bench::reset);
        measurements();
        for (ViewName view : ViewName.values()) {
            look(() -> {
                bench.sample(Samples.FIRST);
                bench.view(view);
            });
            controls(view, true);
        }
        hand.run(bench::reset);
        hand.run(bench::noMeasurements);
        for (ViewName view : ViewName.values()) {
            look(() -> bench.view(view));
            found();
        }
        hand.run(bench::reset);
    }

    /** Waits for what a search, a fit or findings come to; they begin when nothing was touched for a while. */
    private void found() throws Exception {
        TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
        bench.waitForThreads();
        look(() -> { });
    }

    private void views() throws InterruptedException {
        for (ViewName view : ViewName.values()) {
            look(() -> bench.view(view));
        }
    }

    /** Takes in all public rows as if they were one's own: an action may have taken in others, or taken them away. */
    private void measurements() throws Exception {
        byte[] rows = Files.readAllBytes(Path.of("assets/calibration/measured.csv"));
        hand.run(() -> bench.measurements(rows));
        bench.waitForThreads();
    }

    private void menus() throws Exception {
        for (Node node : on(() -> bench.nodes(false))) {
            for (Menu menu : node instanceof MenuBar bar ? bar.getMenus() : List.<Menu>of()) {
                // what was chosen before may have taken the menus away
                look(bench::reset);
                look(menu::show);
                look(menu::hide);
                choose(menu);
            }
        }
    }

    private void choose(Menu menu) throws Exception {
        for (MenuItem item : on(() -> List.copyOf(menu.getItems()))) {
            if (item instanceof Menu inner) {
                choose(inner);
            } else if (item.getOnAction() != null && !item.isDisable() && !"Quit".equals(item.getText())) {
                look(item::fire);
                hand.run(bench.actions::closePopups);
            }
        }
    }

    private void controls(ViewName view, boolean isOfView) throws Exception {
        for (Node node : on(() -> bench.nodes(isOfView))) {
            if (node instanceof ComboBox<?> box) {
                walk(box);
            } else if (node instanceof MenuButton button && !(node.getParent() instanceof MenuBar)) {
                look(() -> {
                    if (button.getScene() != null) {
                        button.show();
                    }
                });
                look(button::hide);
            } else if (node instanceof ButtonBase button && !(node instanceof MenuButton)) {
                look(() -> press(button));
                if (isOfView) {
                    found();
                }
                if (node instanceof ToggleButton) {
                    look(() -> press(button));
                }
            } else if (node instanceof TitledPane section) {
                boolean isOpen = section.isExpanded();
                look(() -> section.setExpanded(!isOpen));
                look(() -> section.setExpanded(isOpen));
            } else {
                continue;
            }
            hand.run(() -> {
                bench.actions.closePopups();
                bench.view(view);
            });
        }
    }

    private static void press(ButtonBase button) {
        if (button.getScene() != null && !button.isDisabled()) {
            button.fire();
        }
    }

    private void walk(ComboBox<?> box) throws InterruptedException {
        look(() -> {
            if (box.getScene() != null) {
                box.show();
            }
        });
        look(((ComboBoxBase<?>) box)::hide);
        int last = box.getItems().size() - 1;
        for (int i = Math.min(CHOICES, last); i >= 0; i--) {
            // the first is the last that is chosen
            int at = i * last / Math.max(1, Math.min(CHOICES, last));
            look(() -> {
                if (at < box.getItems().size()) {
                    box.getSelectionModel().select(at);
                }
            });
        }
    }

    /** Does it and lets the window paint. */
    private void look(Runnable action) throws InterruptedException {
        hand.run(() -> {
            action.run();
            bench.settle();
        });
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }

    private <T> List<T> on(Callable<List<T>> question) throws Exception {
        List<T> found = new ArrayList<>();
        hand.run(() -> {
            try {
                found.addAll(question.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return found;
    }
}
